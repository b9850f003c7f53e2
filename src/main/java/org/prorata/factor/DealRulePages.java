package org.prorata.factor;

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
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.prorata.identity.FreshProof;
import org.prorata.web.BadInput;
import org.prorata.web.Formats;
import org.prorata.web.Problems;
import org.prorata.web.Refused;

/** The administrator's page of who is asked for a second factor, and the same for programs. */
@Path("/")
@Tag(name = "users")
public class DealRulePages {

    /** @param typed the deal that was typed @param done the word of what was just done; null where nothing was */
    record Shown(DealRules.Rules rules, List<String> suggested, String typed, Problems problems, Refused refused, String done) {

        public String time(Instant at) {
            return Formats.minute(at);
        }
    }

    /** @param deal its name in addresses */
    record Deal(@Schema(examples = "rusoro-2010") String deal) {
    }

    @CheckedTemplate(basePath = "factor", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RulesPage(Shown shown) implements TemplateInstance {
    }

    private static final Set<String> DONE = Set.of("asks", "asks-no-more");

    @Inject
    DealRules rules;

    @GET
    @PermissionsAllowed("administer")
    @Path("second-factors")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance page(@RestQuery String done) {
        return page("", Problems.NONE, null, done != null && DONE.contains(done) ? done : null);
    }

    @POST
    @PermissionsAllowed("administer")
    @FreshProof
    @Path("second-factors/deals")
    @Produces(MediaType.TEXT_HTML)
    public Response ask(@RestForm String deal) {
        return done(deal, "asks", rules::ask);
    }

    @POST
    @PermissionsAllowed("administer")
    @FreshProof
    @Path("second-factors/deals/remove")
    @Produces(MediaType.TEXT_HTML)
    public Response askNoMore(@RestForm String deal) {
        return done(deal, "asks-no-more", rules::askNoMore);
    }

    @GET
    @PermissionsAllowed("administer")
    @Path("api/v1/second-factors")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Who is asked for a second factor")
    public DealRules.Rules rules() {
        return rules.rules();
    }

    @POST
    @PermissionsAllowed("administer")
    @FreshProof
    @Path("api/v1/second-factors/deals")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Ask the users of a deal for a second factor", description = "403: who asks has to prove anew who it is. 409: the portal has no key to keep secrets with.")
    public DealRules.Rules ask(Deal deal) {
        rules.ask(deal == null ? null : deal.deal());
        return rules.rules();
    }

    @POST
    @PermissionsAllowed("administer")
    @FreshProof
    @Path("api/v1/second-factors/deals/remove")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Ask the users of a deal for no second factor any more", description = "403: who asks has to prove anew who it is.")
    public DealRules.Rules askNoMore(Deal deal) {
        rules.askNoMore(deal == null ? null : deal.deal());
        return rules.rules();
    }

    private Response done(String deal, String word, Consumer<String> doing) {
        try {
            doing.accept(deal);
            return Response.seeOther(URI.create("/second-factors?done=" + word)).build();
        } catch (Refused refused) {
            return Response.status(Response.Status.CONFLICT).entity(page(deal, Problems.NONE, refused, null)).build();
        } catch (BadInput wrong) {
            return Response.status(ProvePages.UNPROCESSABLE).entity(page(deal, new Problems(wrong.problems()), null, null)).build();
        }
    }

    private RulesPage page(String typed, Problems problems, Refused refused, String done) {
        return new RulesPage(new Shown(rules.rules(), rules.suggested(), typed, problems, refused, done));
    }
}
