package org.prorata.deal;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestQuery;
import org.prorata.approval.Approvals;
import org.prorata.approval.Attempt;
import org.prorata.approval.DealVersion;
import org.prorata.approval.Proposal.Person;
import org.prorata.identity.Who;
import org.prorata.web.Language;
import org.prorata.web.Problem;
import org.prorata.web.Problems;
import org.prorata.web.Refused;
import org.prorata.web.ShowsAgain;

/** Where the agent proposes to confirm or change a term, and to record signatures and conditions. For others these pages are not there. */
@Path("/")
public class ProposePages {

    @CheckedTemplate(basePath = "deal", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TermForm(TermFormView shown) implements TemplateInstance {
    }

    @CheckedTemplate(basePath = "deal", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record StandingForm(StandingFormView shown) implements TemplateInstance {
    }

    @Inject
    DealDoor door;
    @Inject
    Approvals approvals;
    @Inject
    Who who;
    final DealText text = Language.texts(DealText.class);

    @GET
    @PermissionsAllowed("propose")
    @Path("deals/{deal}/terms/propose")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance term(String deal, @RestQuery String field) {
        OpenDeal open = door.keep(deal);
        return new TermForm(TermFormView.fresh(open, field, version(open), text));
    }

    @POST
    @ShowsAgain
    @PermissionsAllowed("propose")
    @Path("deals/{deal}/terms/propose")
    @Produces(MediaType.TEXT_HTML)
    public Response proposeTerm(String deal, @BeanParam TermFormView.Typed typed) {
        OpenDeal open = door.keep(deal);
        return propose(open, TermChange.KIND, typed.payload(), typed.words(),
                problems -> new TermForm(TermFormView.of(open, typed, problems, text)));
    }

    @GET
    @PermissionsAllowed("propose")
    @Path("deals/{deal}/standing/propose")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance standing(String deal) {
        OpenDeal open = door.keep(deal);
        return new StandingForm(StandingFormView.fresh(open, version(open)));
    }

    @POST
    @ShowsAgain
    @PermissionsAllowed("propose")
    @Path("deals/{deal}/standing/propose")
    @Produces(MediaType.TEXT_HTML)
    public Response proposeStanding(String deal, MultivaluedMap<String, String> typed) {
        OpenDeal open = door.keep(deal);
        StandingFormView form = StandingFormView.of(open, typed, Problems.NONE);
        return propose(open, StandingChange.KIND, form.payload(), form.words(),
                problems -> new StandingForm(StandingFormView.of(open, typed, problems)));
    }

    private Response propose(OpenDeal open, String kind, JsonNode payload, ProposalWords words, Function<Problems, TemplateInstance> again) {
        Attempt attempt = Attempt.of(List.of(), () -> approvals.propose(new Approvals.Ask(open.id(), kind, payload, words.reason(), words.reference(),
                words.version(), words.key()), Person.of(who.viewer())));
        return attempt.answer(() -> again.apply(attempt.refused() == null ? new Problems(attempt.problems()) : refusal(attempt.refused())));
    }

    private static Problems refusal(Refused refused) {
        String details = refused.details().isEmpty() ? "" : " " + String.join("; ", refused.details());
        return new Problems(List.of(new Problem(null, null, refused.reason() + details)));
    }

    private static Long version(OpenDeal open) {
        return DealVersion.current(open.id()).orElse(null);
    }
}
