package org.prorata.adjustment;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.prorata.deal.DealDoor;
import org.prorata.deal.OpenDeal;
import org.prorata.web.AsOf;
import org.prorata.web.AsOfParams;
import org.prorata.web.Download;
import org.prorata.web.TableFile;
import org.prorata.web.Today;

/** What is due between lenders after corrections: page, JSON, CSV and XLSX. The agent sees all of it, a lender its own parts. */
@Path("/")
public class AdjustmentPages {

    @CheckedTemplate(basePath = "adjustment", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record AdjustmentsPage(AdjustmentsView view) implements TemplateInstance {
    }

    @Inject DealDoor door;
    @Inject AdjustmentReader reader;
    @Inject Today today;

    @GET
    @PermissionsAllowed("read-figures")
    @Path("deals/{deal}/adjustments")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance page(@PathParam("deal") String deal, @BeanParam AsOfParams dates) {
        OpenDeal open = door.enter(deal);
        return new AdjustmentsPage(reader.read(open, dates.resolve(today, open.zone())));
    }

    @GET
    @PermissionsAllowed("read-figures")
    @Path("api/v1/deals/{deal}/adjustments")
    @Produces(MediaType.APPLICATION_JSON)
    @Tag(name = "adjustments")
    @Operation(summary = "What corrections made due beside what was paid", description = "For each change that reaches back behind a booked payment: paid, due and the difference of every "
            + "lender the caller may see, and whether it is settled by the day (on), as known at an instant (known).")
    public AdjustmentsView adjustments(@PathParam("deal") String deal, @BeanParam AsOfParams dates) {
        OpenDeal open = door.enter(deal);
        return reader.read(open, dates.resolve(today, open.zone()));
    }

    @GET
    @PermissionsAllowed("read-figures")
    @Path("deals/{deal}/adjustments.{kind:csv|xlsx}")
    public Response file(@PathParam("deal") String deal, @PathParam("kind") TableFile kind, @BeanParam AsOfParams dates) {
        OpenDeal open = door.enter(deal);
        AsOf asOf = dates.resolve(today, open.zone());
        return Download.of(deal + "-adjustments-" + asOf.on(), kind, AdjustmentTable.of(reader.download(open, asOf, kind.name("adjustments"))));
    }
}
