package org.prorata.payment;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.prorata.web.Problem;
import org.prorata.web.ShowsAgain;

/** The agent's forms of one payment: book it as paid, enter an amount that was unknown. Both make a proposal. */
@Path("/")
public class PaymentFormPages {

    @CheckedTemplate(basePath = "payment", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record BookPage(BookingForm form) implements TemplateInstance {
    }

    @CheckedTemplate(basePath = "payment", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record AmountPage(AmountForm form) implements TemplateInstance {
    }

    @Inject DealDoor door;
    @Inject Who who;
    @Inject PaymentForms forms;
    @Inject Approvals approvals;

    @GET
    @PermissionsAllowed("propose")
    @Path("deals/{deal}/payments/{n}/book")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance book(@PathParam("deal") String deal, @PathParam("n") int number, @RestQuery UUID from) {
        return new BookPage(forms.booking(door.keep(deal), number, from));
    }

    @POST
    @ShowsAgain
    @PermissionsAllowed("propose")
    @Path("deals/{deal}/payments/{n}/book")
    @Produces(MediaType.TEXT_HTML)
    public Response book(@PathParam("deal") String deal, @PathParam("n") int number, @BeanParam PaymentTyped typed) {
        OpenDeal open = door.keep(deal);
        Attempt attempt = proposed(open, BookPayment.KIND, forms.bookingProblems(typed), forms.bookingPayload(number, typed), typed);
        return attempt.answer(() -> new BookPage(forms.booking(open, number, typed, attempt)));
    }

    @GET
    @PermissionsAllowed("propose")
    @Path("deals/{deal}/payments/{n}/amount/{term}")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance amount(@PathParam("deal") String deal, @PathParam("n") int number, @PathParam("term") String term, @RestQuery UUID from) {
        return new AmountPage(forms.amount(door.keep(deal), number, term, from));
    }

    @POST
    @ShowsAgain
    @PermissionsAllowed("propose")
    @Path("deals/{deal}/payments/{n}/amount/{term}")
    @Produces(MediaType.TEXT_HTML)
    public Response amount(@PathParam("deal") String deal, @PathParam("n") int number, @PathParam("term") String term, @BeanParam PaymentTyped typed) {
        OpenDeal open = door.keep(deal);
        Attempt attempt = proposed(open, EnterAmount.KIND, List.of(), forms.amountPayload(open, number, term, typed), typed);
        return attempt.answer(() -> new AmountPage(forms.amount(open, number, term, typed, attempt)));
    }

    private Attempt proposed(OpenDeal open, String kind, List<Problem> problems, JsonNode payload, PaymentTyped typed) {
        return Attempt.of(problems, () -> approvals.propose(typed.ask(open.id(), kind, payload),
                Person.of(who.viewer())));
    }
}
