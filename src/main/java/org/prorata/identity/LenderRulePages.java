package org.prorata.identity;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.prorata.web.BadInput;
import org.prorata.web.Problems;

/** The administrator's page of which deals let their lenders have administrators of their own, and the same for programs. */
@Path("/")
@Tag(name = "users")
public class LenderRulePages {

    /** @param typed the deal that was typed @param done the word of what was just done; null where nothing was */
    record Shown(List<LenderRules.Allowing> deals, List<String> suggested, String typed, Problems problems, String done) {
    }

    /** @param deal its name in addresses */
    record Deal(@Schema(examples = "rusoro-2010") String deal) {
    }

    record Allowed(List<LenderRules.Allowing> deals) {
    }

    @CheckedTemplate(basePath = "identity", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record LenderRulesPage(Shown shown) implements TemplateInstance {
    }

    private static final Set<String> DONE = Set.of("allowed", "forbidden");
    private static final int UNPROCESSABLE = 422;

    @Inject
    LenderRules rules;

    @GET
    @PermissionsAllowed("administer")
    @Path("lender-administrators")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance page(@RestQuery String done) {
        return page("", Problems.NONE, done != null && DONE.contains(done) ? done : null);
    }

    @POST
    @PermissionsAllowed("administer")
    @FreshProof
    @Path("lender-administrators/deals")
    @Produces(MediaType.TEXT_HTML)
    public Response allow(@RestForm String deal) {
        return done(deal, "allowed", rules::allow);
    }

    @POST
    @PermissionsAllowed("administer")
    @Path("lender-administrators/deals/remove")
    @Produces(MediaType.TEXT_HTML)
    public Response forbid(@RestForm String deal) {
        return done(deal, "forbidden", rules::forbid);
    }

    @GET
    @PermissionsAllowed("administer")
    @Path("api/v1/lender-administrators")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Deals whose lenders may have administrators of their own")
    public Allowed allowed() {
        return new Allowed(rules.all());
    }

    @POST
    @PermissionsAllowed("administer")
    @FreshProof
    @Path("api/v1/lender-administrators/deals")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Let a deal's lenders have administrators of their own", description = "403: who asks has to prove anew who it is.")
    public Allowed allow(Deal deal) {
        rules.allow(deal == null ? null : deal.deal());
        return allowed();
    }

    @POST
    @PermissionsAllowed("administer")
    @Path("api/v1/lender-administrators/deals/remove")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Let a deal's lenders have no administrators of their own any more")
    public Allowed forbid(Deal deal) {
        rules.forbid(deal == null ? null : deal.deal());
        return allowed();
    }

    private Response done(String deal, String word, Consumer<String> doing) {
        try {
            doing.accept(deal);
            return Response.seeOther(URI.create("/lender-administrators?done=" + word)).build();
        } catch (BadInput wrong) {
            return Response.status(UNPROCESSABLE).entity(page(deal, new Problems(wrong.problems()), null)).build();
        }
    }

    private LenderRulesPage page(String typed, Problems problems, String done) {
        return new LenderRulesPage(new Shown(rules.all(), rules.suggested(), typed, problems, done));
    }
}
