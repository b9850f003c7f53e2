package org.prorata.allocation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.prorata.allocation.Visits.OfLender;
import org.prorata.web.AsOfParams;
import org.prorata.web.NotThere;

/** The payments of a deal, one payment, and why a slice of it is what it is. All see the totals; a lender its own slices beside them. */
@Path("/")
public class PaymentPages {

    @CheckedTemplate(basePath = "allocation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PaymentsPage(PaymentsView view, Switches at, boolean proposes) implements TemplateInstance {}

    @CheckedTemplate(basePath = "allocation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PaymentPage(PaymentView view, Switches at, boolean proposes) implements TemplateInstance {}

    @CheckedTemplate(basePath = "allocation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SlicePage(Explained.OfOne view, Switches at) implements TemplateInstance {}

    @Inject Visits visits;

    @GET
    @PermissionsAllowed("read-deal")
    @Path("deals/{deal}/payments")
    @Produces(MediaType.TEXT_HTML)
    @Transactional
    public TemplateInstance payments(@PathParam("deal") String deal, @BeanParam AsOfParams params, @QueryParam("lender") String lender) {
        OfLender visit = visits.enter(deal, params, lender);
        return new PaymentsPage(PaymentsView.of(visit.look(), visit.mine()), visit.switches("/deals/" + deal + "/payments"), visit.visit().proposes());
    }

    @GET
    @PermissionsAllowed("read-deal")
    @Path("deals/{deal}/payments/{payment}")
    @Produces(MediaType.TEXT_HTML)
    @Transactional
    public TemplateInstance payment(@PathParam("deal") String deal, @PathParam("payment") int payment, @BeanParam AsOfParams params, @QueryParam("lender") String lender) {
        OfLender visit = visits.enter(deal, params, lender);
        return new PaymentPage(PaymentView.of(visit.look(), visit.mine(), payment), visit.switches("/deals/" + deal + "/payments/" + payment), visit.visit().proposes());
    }

    @GET
    @PermissionsAllowed("read-figures")
    @Path("deals/{deal}/payments/{payment}/slices/{component}")
    @Produces(MediaType.TEXT_HTML)
    @Transactional
    public TemplateInstance slice(@PathParam("deal") String deal, @PathParam("payment") int payment, @PathParam("component") String component,
            @BeanParam AsOfParams params, @QueryParam("lender") String lender) {
        OfLender visit = visits.explaining(deal, params, lender);
        Explained.OfOne view = Explained.OfOne.of(visit.look(), visit.mine(), line(visit.look(), payment, component));
        return new SlicePage(view, visit.switches("/deals/" + deal + "/payments/" + payment + "/slices/" + component));
    }

    @GET
    @PermissionsAllowed("read-deal")
    @Path("api/v1/deals/{deal}/payments")
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    @Tag(name = "Payments")
    @Operation(summary = "Every payment with its components", description = "Dates, the deal's totals with where they come from, and for a lender's user its own slices. "
            + "What is not yet known is null and says what it waits for. Interest is before any withholding tax.")
    public PaymentsView paymentsJson(@Parameter(example = "rusoro-2010") @PathParam("deal") String deal, @BeanParam AsOfParams params,
            @Parameter(description = "One of the lenders the user acts for, by its handle", example = "endeavour") @QueryParam("lender") String lender) {
        OfLender visit = visits.enter(deal, params, lender);
        return PaymentsView.of(visit.look(), visit.mine());
    }

    @GET
    @PermissionsAllowed("read-deal")
    @Path("api/v1/deals/{deal}/payments/{payment}")
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    @Tag(name = "Payments")
    @Operation(summary = "One payment, and how its totals came about")
    public PaymentView paymentJson(@Parameter(example = "rusoro-2010") @PathParam("deal") String deal,
            @Parameter(description = "The payment's number within the deal", example = "2") @PathParam("payment") int payment, @BeanParam AsOfParams params,
            @Parameter(description = "One of the lenders the user acts for, by its handle", example = "endeavour") @QueryParam("lender") String lender) {
        OfLender visit = visits.enter(deal, params, lender);
        return PaymentView.of(visit.look(), visit.mine(), payment);
    }

    @GET
    @PermissionsAllowed("read-figures")
    @Path("api/v1/deals/{deal}/payments/{payment}/slices")
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    @Tag(name = "Payments")
    @Operation(summary = "Slices of a payment, each with its explanation", description = "For the agent those of every lender, for others their own. A split counts whole "
            + "units: each is unitSize of the unit, such as 0.01 of USD, and fractions are p/q of one. Only amount is in the currency. exact = total x weight / weightSum = floor + remainder; slice = floor, or one unit more.")
    public Explained.OfPayment slicesJson(@Parameter(example = "rusoro-2010") @PathParam("deal") String deal,
            @Parameter(description = "The payment's number within the deal", example = "2") @PathParam("payment") int payment, @BeanParam AsOfParams params,
            @Parameter(description = "One lender alone, by its handle", example = "endeavour") @QueryParam("lender") String lender) {
        OfLender visit = visits.explaining(deal, params, lender);
        return Explained.OfPayment.of(visit.look(), visit.mine(), payment);
    }

    @GET
    @PermissionsAllowed("read-figures")
    @Path("api/v1/deals/{deal}/payments/{payment}/slices/{component}")
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    @Tag(name = "Payments")
    @Operation(summary = "Slices of one component of a payment, each with its explanation")
    public Explained sliceJson(@Parameter(example = "rusoro-2010") @PathParam("deal") String deal,
            @Parameter(description = "The payment's number within the deal", example = "2") @PathParam("payment") int payment,
            @Parameter(description = "The component's id", example = "principal:second") @PathParam("component") String component, @BeanParam AsOfParams params,
            @Parameter(description = "One lender alone, by its handle", example = "endeavour") @QueryParam("lender") String lender) {
        OfLender visit = visits.explaining(deal, params, lender);
        return Explained.of(visit.look(), visit.mine(), line(visit.look(), payment, component));
    }

    private static Line line(Look look, int payment, String component) {
        return look.picture().linesOf(PaymentView.payment(look, payment).number()).stream().filter(line -> line.component().equals(component)).findFirst()
                .orElseThrow(NotThere::new);
    }
}
