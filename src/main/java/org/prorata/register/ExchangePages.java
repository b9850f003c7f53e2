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

/** A lender's principal exchanged into shares: the form, what it would do, and the proposal. */
@Path("/")
public class ExchangePages {

    @CheckedTemplate(basePath = "register", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ExchangePage(ExchangeSheet sheet) implements TemplateInstance {
    }

    @Inject DealDoor door;
    @Inject Who who;
    @Inject ExchangeSheets sheets;
    @Inject Approvals approvals;

    static String path(String dealSlug) {
        return "/deals/" + dealSlug + "/register/exchange";
    }

    @GET
    @PermissionsAllowed("propose")
    @Path("deals/{deal}/register/exchange")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance form(@PathParam("deal") String deal, @RestQuery UUID from) {
        return new ExchangePage(sheets.first(door.keep(deal), from));
    }

    /** The same form with what it would do; what was typed stays. Changes nothing. */
    @POST
    @ShowsAgain
    @PermissionsAllowed("propose")
    @Path("deals/{deal}/register/exchange/form")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance formAgain(@PathParam("deal") String deal, @BeanParam ExchangeTyped typed) {
        return new ExchangePage(sheets.sheet(door.keep(deal), typed, List.of(), null));
    }

    @POST
    @ShowsAgain
    @PermissionsAllowed("propose")
    @Path("deals/{deal}/register/exchange")
    @Produces(MediaType.TEXT_HTML)
    public Response propose(@PathParam("deal") String deal, @BeanParam ExchangeTyped typed) {
        OpenDeal open = door.keep(deal);
        Attempt attempt = Attempt.of(sheets.unreadable(open, typed), () -> approvals.propose(typed.ask(open.id(), ExchangePrincipal.KIND, sheets.payload(typed)), Person.of(who.viewer())));
        return attempt.answer(() -> new ExchangePage(sheets.sheet(open, typed, attempt.problems(), attempt.refused())));
    }
}
