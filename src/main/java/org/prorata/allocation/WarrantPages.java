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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.prorata.allocation.Visits.OfLender;
import org.prorata.web.AsOfParams;
import org.prorata.web.NotThere;

/** The warrants of a deal: the issue, one's own holding and why it is that many; for the agent and the auditor every holder, adding up to the issue. */
@Path("/")
public class WarrantPages {

    /** @param lenders those the viewer may choose from; @param holders whose parts are shown, in register order */
    public record View(DealHead deal, List<OwnLender> lenders, List<OwnLender> holders, WarrantsView warrants, ExchangeView exchange, StandingView standing) {

        static View of(Look look, Mine mine) {
            if (look.terms().warrants() == null) {
                throw new NotThere();
            }
            return new View(DealHead.of(look), mine.lenders(), mine.shown().stream().map(OwnLender::of).toList(), WarrantsView.of(look, mine), ExchangeView.of(look, mine), StandingView.of(look));
        }

        /** Whether parts of the issue are shown; the borrower sees the whole alone. */
        public boolean anyHeld() {
            return !holders.isEmpty();
        }

        public boolean anyOverdue() {
            return false;
        }

        /** The lenders to switch between; who sees them all has them as rows. */
        public List<OwnLender> switchable(boolean seesAll) {
            return seesAll ? List.of() : lenders;
        }

        /** Whether the holders shown hold the whole issue: the agent's proof that nothing is lost. */
        public boolean proven() {
            return warrants.deal().count() != null && warrants.own() != null && warrants.deal().count().equals(warrants.own().count());
        }
    }

    @CheckedTemplate(basePath = "allocation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record WarrantsPage(View view, Switches at, boolean seesAll) implements TemplateInstance {}

    @Inject Visits visits;

    @GET
    @PermissionsAllowed("read-deal")
    @Path("deals/{deal}/warrants")
    @Produces(MediaType.TEXT_HTML)
    @Transactional
    public TemplateInstance warrants(@PathParam("deal") String deal, @BeanParam AsOfParams params, @QueryParam("lender") String lender) {
        OfLender visit = visits.showing(deal, params, lender);
        return new WarrantsPage(View.of(visit.look(), visit.mine()), visit.switches("/deals/" + deal + "/warrants"), visit.visit().seesAll());
    }

    @GET
    @PermissionsAllowed("read-figures")
    @Path("deals/{deal}/warrants/slice")
    @Produces(MediaType.TEXT_HTML)
    @Transactional
    public TemplateInstance slice(@PathParam("deal") String deal, @BeanParam AsOfParams params, @QueryParam("lender") String lender) {
        OfLender visit = visits.explaining(deal, params, lender);
        return new PaymentPages.SlicePage(Explained.OfOne.of(visit.look(), visit.mine(), line(visit.look())), visit.switches("/deals/" + deal + "/warrants/slice"));
    }

    @GET
    @PermissionsAllowed("read-deal")
    @Path("api/v1/deals/{deal}/warrants")
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    @Tag(name = "Warrants")
    @Operation(summary = "The issue of warrants and who holds how many", description = "For the agent and the auditor every holder, for lenders their own, for the borrower the issue alone. Counts and costs are decimal strings.")
    public View warrantsJson(@Parameter(example = "rusoro-2010") @PathParam("deal") String deal, @BeanParam AsOfParams params,
            @Parameter(description = "One lender alone, by its handle", example = "endeavour") @QueryParam("lender") String lender) {
        OfLender visit = visits.showing(deal, params, lender);
        return View.of(visit.look(), visit.mine());
    }

    @GET
    @PermissionsAllowed("read-figures")
    @Path("api/v1/deals/{deal}/warrants/slices")
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    @Tag(name = "Warrants")
    @Operation(summary = "Holdings of warrants, each with its explanation", description = "Counts whole warrants; fractions are p/q of one.")
    public Explained slicesJson(@Parameter(example = "rusoro-2010") @PathParam("deal") String deal, @BeanParam AsOfParams params,
            @Parameter(description = "One lender alone, by its handle", example = "endeavour") @QueryParam("lender") String lender) {
        OfLender visit = visits.explaining(deal, params, lender);
        return Explained.of(visit.look(), visit.mine(), line(visit.look()));
    }

    private static Line line(Look look) {
        if (look.terms().warrants() == null) {
            throw new NotThere();
        }
        return WarrantsView.lineOn(look);
    }
}
