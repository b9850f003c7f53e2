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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.prorata.audit.Trail;
import org.prorata.identity.Right;
import org.prorata.web.AsOf;
import org.prorata.web.AsOfParams;
import org.prorata.web.Download;
import org.prorata.web.SiftParams;
import org.prorata.web.Sifted;
import org.prorata.web.TableFile;

/** The agent's and the auditor's view of all lenders at once: the matrix as page, JSON, CSV and XLSX, and the export from which everything can be recomputed. For others they are not there. */
@Path("/")
public class MatrixPages {

    @Inject Entrance entrance;
    @Inject LenderRows rows;
    @Inject Trail trail;

    @CheckedTemplate(basePath = "allocation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record MatrixPage(MatrixView matrix, Sifted<LenderRow> list, MatrixPicture drawn, AsOf asOf, String title, ZoneId zone, boolean proposes) implements TemplateInstance {}

    @GET
    @Path("deals/{deal}/matrix")
    @PermissionsAllowed("read-all")
    @Produces(MediaType.TEXT_HTML)
    @Transactional
    public TemplateInstance page(@PathParam("deal") String deal, @BeanParam AsOfParams params, @BeanParam SiftParams sift) {
        Entrance.Visit visit = entrance.enter(deal, params, Right.READ_ALL);
        List<LenderRow> all = rows.all(visit.picture());
        Matrix matrix = Matrix.of(visit, all);
        Sifted<LenderRow> list = matrix.sift(sift);
        return new MatrixPage(matrix.view(list.rows()), list, MatrixPicture.of(Look.of(visit), all), visit.asOf(), visit.picture().terms().title().value(), visit.picture().terms().zone().value(),
                visit.proposes());
    }

    @GET
    @Path("api/v1/deals/{deal}/matrix")
    @PermissionsAllowed("read-all")
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    @Tag(name = "Figures")
    @Operation(summary = "Every lender's principal, share, slices and warrants", description = "For the deal's agent and its auditor. Each column carries the deal's own total, the sum "
            + "of the lenders and whether they are the same. Amounts are decimal strings; null where a total is not yet known.")
    public MatrixView json(@PathParam("deal") String deal, @BeanParam AsOfParams params) {
        Entrance.Visit visit = entrance.enter(deal, params, Right.READ_ALL);
        return Matrix.of(visit, rows.all(visit.picture())).view();
    }

    @GET
    @Path("deals/{deal}/matrix.{kind:csv|xlsx}")
    @PermissionsAllowed("read-all")
    @Transactional
    public Response download(@PathParam("deal") String deal, @PathParam("kind") TableFile kind, @BeanParam AsOfParams params) {
        Entrance.Visit visit = entrance.enter(deal, params, Right.READ_ALL);
        MatrixView matrix = Matrix.of(visit, rows.all(visit.picture())).view();
        String base = matrix.deal() + "-matrix-" + matrix.on();
        trail.write("download", visit.picture().dealId(), kind.name(base), Map.of("calculation", matrix.calculation()));
        return Download.of(base, kind, MatrixTable.of(matrix, visit.picture().terms().title().value()));
    }

    @GET
    @Path("api/v1/deals/{deal}/export")
    @PermissionsAllowed("read-all")
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    @Tag(name = "Figures")
    @Operation(summary = "Everything needed to recompute every slice of every lender", description = "For the deal's agent and its auditor: register entries, how each total was made, and each "
            + "lender's weight, exact part p/q, floor, remainder, carry, rank and slice.")
    public ExportView export(@PathParam("deal") String deal, @BeanParam AsOfParams params) {
        Entrance.Visit visit = entrance.enter(deal, params, Right.READ_ALL);
        trail.write("download", visit.picture().dealId(), "export", Map.of("calculation", visit.picture().calculation()));
        return ExportView.of(visit.picture(), rows.all(visit.picture()), BookedTerms.ofBookings(visit.picture().dealId(), visit.picture().known()));
    }
}
