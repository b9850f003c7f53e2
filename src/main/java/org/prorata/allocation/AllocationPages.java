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
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.prorata.audit.Trail;
import org.prorata.web.AsOfParams;
import org.prorata.web.Download;
import org.prorata.web.TableFile;

/** A lender's allocation: as a page, as JSON, CSV and XLSX, all from one view. */
@Path("/")
public class AllocationPages {

    @CheckedTemplate(basePath = "allocation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record AllocationPage(AllocationView view, Drawn drawn, Switches at) implements TemplateInstance {}

    @Inject Visits visits;
    @Inject KeptPages kept;
    @Inject Trail trail;

    @GET
    @PermissionsAllowed("read-own")
    @Path("deals/{deal}/allocation")
    @Produces(MediaType.TEXT_HTML)
    public byte[] page(@PathParam("deal") String deal, @BeanParam AsOfParams params, @QueryParam("lender") String lender) {
        return kept.allocation(visits.arriveAsLender(deal, params), lender);
    }

    @GET
    @PermissionsAllowed("read-own")
    @Path("api/v1/deals/{deal}/allocation")
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    @Tag(name = "allocation")
    @Operation(summary = "The signed-in lender's allocation",
            description = "Its principal and share, accrued interest, every payment with its own slice, and its warrants, as of a day. Before any withholding tax.")
    public AllocationView json(@Parameter(description = "The deal's name in addresses", example = "rusoro-2010") @PathParam("deal") String deal, @BeanParam AsOfParams params,
            @Parameter(description = "One of the lenders the user acts for, by its handle; without it all of them with their sum", example = "endeavour") @QueryParam("lender") String lender) {
        Visits.OfLender visit = visits.asLender(deal, params, lender);
        return AllocationView.of(visit.look(), visit.mine());
    }

    @GET
    @PermissionsAllowed("read-own")
    @Path("deals/{deal}/allocation.{kind:csv|xlsx}")
    @Transactional
    public Response download(@PathParam("deal") String deal, @PathParam("kind") TableFile kind, @BeanParam AsOfParams params, @QueryParam("lender") String lender) {
        Visits.OfLender visit = visits.asLender(deal, params, lender);
        AllocationView view = AllocationView.of(visit.look(), visit.mine());
        String base = deal + "-" + view.only().map(OwnLender::lender).orElse("all-mine") + "-" + view.deal().on();
        trail.write("download", visit.visit().picture().dealId(), kind.name(base), Map.of("on", view.deal().on().toString(), "known", view.deal().known().toString()));
        return Download.of(base, kind, AllocationTable.of(view));
    }
}
