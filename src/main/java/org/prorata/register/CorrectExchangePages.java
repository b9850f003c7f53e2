package org.prorata.register;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.prorata.approval.Approvals;
import org.prorata.approval.Attempt;
import org.prorata.approval.Proposal.Person;
import org.prorata.deal.DealDoor;
import org.prorata.deal.OpenDeal;
import org.prorata.identity.Who;
import org.prorata.web.ShowsAgain;

/** The agent's form that puts an earlier exchange into shares right, or takes it back. What it proposes changes nothing until another person approves. */
@Path("/")
public class CorrectExchangePages {

    @CheckedTemplate(basePath = "register", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CorrectExchangePage(ExchangeCorrectionSheet sheet) implements TemplateInstance {
    }

    @Inject DealDoor door;
    @Inject Who who;
    @Inject ExchangeCorrectionSheets sheets;
    @Inject Approvals approvals;

    static String path(String dealSlug, long entry) {
        return "/deals/" + dealSlug + "/register/exchanges/" + entry + "/correct";
    }

    @GET
    @PermissionsAllowed("propose")
    @Path("deals/{deal}/register/exchanges/{entry}/correct")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance form(@PathParam("deal") String deal, @PathParam("entry") long entry, @RestQuery UUID from) {
        return new CorrectExchangePage(sheets.first(door.keep(deal), entry, from));
    }

    /** The same form with what it would do; what was typed stays. Changes nothing. */
    @POST
    @ShowsAgain
    @PermissionsAllowed("propose")
    @Path("deals/{deal}/register/exchanges/{entry}/correct/form")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance formAgain(@PathParam("deal") String deal, @PathParam("entry") long entry, @BeanParam ExchangeCorrectionTyped typed) {
        return new CorrectExchangePage(sheets.sheet(door.keep(deal), entry, typed, List.of(), null));
    }

    @POST
    @ShowsAgain
    @PermissionsAllowed("propose")
    @Path("deals/{deal}/register/exchanges/{entry}/correct")
    @Produces(MediaType.TEXT_HTML)
    public Response correct(@PathParam("deal") String deal, @PathParam("entry") long entry, @BeanParam ExchangeCorrectionTyped typed) {
        OpenDeal open = door.keep(deal);
        Attempt attempt = Attempt.of(sheets.unreadable(open, entry, typed),
                () -> approvals.propose(typed.ask(open.id(), CorrectExchange.KIND, sheets.payload(entry, typed)), Person.of(who.viewer())));
        return attempt.answer(() -> new CorrectExchangePage(sheets.sheet(open, entry, typed, attempt.problems(), attempt.refused())));
    }
}
