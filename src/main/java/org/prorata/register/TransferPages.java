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

/** A transfer from one lender to another: the form, what the server says to it while it is typed, and the proposal. */
@Path("/")
public class TransferPages {

    @CheckedTemplate(basePath = "register", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TransferPage(TransferSheet sheet) implements TemplateInstance {
    }

    @CheckedTemplate(basePath = "register", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TransferCheck(TransferSheet.Check check, String currency) implements TemplateInstance {
    }

    @Inject DealDoor door;
    @Inject Who who;
    @Inject TransferSheets sheets;
    @Inject Approvals approvals;

    static String path(String dealSlug) {
        return "/deals/" + dealSlug + "/register/transfer";
    }

    @GET
    @PermissionsAllowed("propose")
    @Path("deals/{deal}/register/transfer")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance form(@PathParam("deal") String deal, @RestQuery UUID from) {
        return new TransferPage(sheets.first(door.keep(deal), from));
    }

    /** The same form with what it would do to whom; what was typed stays. Changes nothing. */
    @POST
    @ShowsAgain
    @PermissionsAllowed("propose")
    @Path("deals/{deal}/register/transfer/form")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance formAgain(@PathParam("deal") String deal, @BeanParam TransferTyped typed) {
        return new TransferPage(sheets.sheet(door.keep(deal), typed, List.of(), null));
    }

    /** A part of a page: what the server's rules say to what is typed so far. Changes nothing. */
    @POST
    @PermissionsAllowed("propose")
    @Path("deals/{deal}/register/transfer/check")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance check(@PathParam("deal") String deal, @BeanParam TransferTyped typed) {
        OpenDeal open = door.keep(deal);
        return new TransferCheck(sheets.check(open, typed), open.terms().currency().getCurrencyCode());
    }

    @POST
    @ShowsAgain
    @PermissionsAllowed("propose")
    @Path("deals/{deal}/register/transfer")
    @Produces(MediaType.TEXT_HTML)
    public Response propose(@PathParam("deal") String deal, @BeanParam TransferTyped typed) {
        OpenDeal open = door.keep(deal);
        Attempt attempt = Attempt.of(sheets.unreadable(open, typed), () -> approvals.propose(typed.ask(open.id(), TransferLoan.KIND, sheets.payload(typed)), Person.of(who.viewer())));
        return attempt.answer(() -> new TransferPage(sheets.sheet(open, typed, attempt.problems(), attempt.refused())));
    }
}
