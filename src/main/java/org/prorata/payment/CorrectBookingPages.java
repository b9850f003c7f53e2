package org.prorata.payment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import org.prorata.web.Problem;
import org.prorata.web.ShowsAgain;

/** The agent's form that puts a booking right. What it proposes changes nothing until another person approves. */
@Path("/")
public class CorrectBookingPages {

    @CheckedTemplate(basePath = "payment", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CorrectPage(CorrectionForm form) implements TemplateInstance {
    }

    @Inject DealDoor door;
    @Inject CorrectionForms forms;
    @Inject PaymentForms payments;
    @Inject Approvals approvals;
    @Inject ObjectMapper json;
    @Inject Who who;

    @GET
    @PermissionsAllowed("propose")
    @Path("deals/{deal}/payments/{n}/correct")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance form(@PathParam("deal") String deal, @PathParam("n") int number, @RestQuery UUID from) {
        return new CorrectPage(forms.first(door.keep(deal), number, from));
    }

    @POST
    @ShowsAgain
    @PermissionsAllowed("propose")
    @Path("deals/{deal}/payments/{n}/correct")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    public Response correct(@PathParam("deal") String deal, @PathParam("n") int number, @BeanParam PaymentTyped typed) {
        OpenDeal open = door.keep(deal);
        JsonNode payload = json.valueToTree(new CorrectBooking.Form(number, typed.components, typed.nothingPaid() ? null : PaymentForms.date(typed.valueDate), typed.nothingPaid()));
        List<Problem> unreadable = payments.bookingProblems(typed);
        Attempt attempt = Attempt.of(unreadable, () -> approvals.propose(typed.ask(open.id(), CorrectBooking.KIND, payload), Person.of(who.viewer())));
        return attempt.answer(() -> new CorrectPage(forms.form(open, number, typed, attempt)));
    }

}
