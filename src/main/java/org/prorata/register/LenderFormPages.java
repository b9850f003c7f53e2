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

/** The agent's form that proposes other names and details of a lender. For others it is not there. */
@Path("/")
public class LenderFormPages {

    @CheckedTemplate(basePath = "register", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record LenderEdit(LenderSheet sheet) implements TemplateInstance {
    }

    @Inject DealDoor door;
    @Inject Who who;
    @Inject LenderSheets sheets;
    @Inject Approvals approvals;

    static String path(String dealSlug, String lender) {
        return "/deals/" + dealSlug + "/lenders/" + lender + "/edit";
    }

    @GET
    @PermissionsAllowed("propose")
    @Path("deals/{deal}/lenders/{lender}/edit")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance form(@PathParam("deal") String deal, @PathParam("lender") String lender, @RestQuery UUID from) {
        return new LenderEdit(sheets.first(door.keep(deal), lender, from));
    }

    /** The same form with more rows; what was typed stays. Changes nothing. */
    @POST
    @ShowsAgain
    @PermissionsAllowed("propose")
    @Path("deals/{deal}/lenders/{lender}/edit/form")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance formAgain(@PathParam("deal") String deal, @PathParam("lender") String lender, @BeanParam LenderTyped typed) {
        return new LenderEdit(sheets.sheet(door.keep(deal), lender, typed, List.of(), null));
    }

    @POST
    @ShowsAgain
    @PermissionsAllowed("propose")
    @Path("deals/{deal}/lenders/{lender}/edit")
    @Produces(MediaType.TEXT_HTML)
    public Response propose(@PathParam("deal") String deal, @PathParam("lender") String lender, @BeanParam LenderTyped typed) {
        OpenDeal open = door.keep(deal);
        LenderTyped.Read read = sheets.read(lender, typed);
        Attempt attempt = Attempt.of(read.problems(), () -> approvals.propose(typed.ask(open.id(), ChangeDetails.KIND, sheets.payload(read)), Person.of(who.viewer())));
        return attempt.answer(() -> new LenderEdit(sheets.sheet(open, lender, typed, attempt.problems(), attempt.refused())));
    }
}
