package org.prorata.register;

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
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.prorata.deal.DealDoor;
import org.prorata.deal.OpenDeal;
import org.prorata.web.AsOf;
import org.prorata.web.AsOfParams;
import org.prorata.web.Download;
import org.prorata.web.SiftParams;
import org.prorata.web.Sifted;
import org.prorata.web.TableFile;
import org.prorata.web.Today;

/** The lenders of a deal with their names, groups, identifiers and contacts: page, JSON, CSV and XLSX. The agent sees all of them, a lender itself. */
@Path("/")
public class LenderPages {

    @CheckedTemplate(basePath = "register", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record LendersPage(LendersView view, Sifted<LenderView> list) implements TemplateInstance {
    }

    @CheckedTemplate(basePath = "register", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record LenderPage(LendersView.One view) implements TemplateInstance {
    }

    private static final Map<String, Comparator<LenderView>> ORDERS = Map.of("name", Comparator.comparing(LenderView::name, String.CASE_INSENSITIVE_ORDER),
            "held", Comparator.comparing(lender -> new BigDecimal(lender.held())));

    @Inject DealDoor door;
    @Inject LenderReader reader;
    @Inject Today today;

    @GET
    @PermissionsAllowed("read-figures")
    @Path("deals/{deal}/lenders")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance page(@PathParam("deal") String deal, @BeanParam AsOfParams dates, @BeanParam SiftParams sift) {
        LendersView view = lenders(deal, dates);
        return new LendersPage(view, Sifted.of(view.lenders(), sift, LenderView::sought, ORDERS));
    }

    @GET
    @PermissionsAllowed("read-figures")
    @Path("api/v1/deals/{deal}/lenders")
    @Produces(MediaType.APPLICATION_JSON)
    @Tag(name = "register")
    @Operation(summary = "The lenders of a deal", description = "Names, groups and identifiers as known at an instant (known), with what each holds on a day (on). The agent "
            + "gets every lender, a lender its own.")
    public LendersView lenders(@PathParam("deal") String deal, @BeanParam AsOfParams dates) {
        OpenDeal open = door.enter(deal);
        return reader.all(open, dates.resolve(today, open.zone()));
    }

    @GET
    @PermissionsAllowed("read-figures")
    @Path("deals/{deal}/lenders.{kind:csv|xlsx}")
    public Response table(@PathParam("deal") String deal, @PathParam("kind") TableFile kind, @BeanParam AsOfParams dates) {
        OpenDeal open = door.enter(deal);
        AsOf asOf = dates.resolve(today, open.zone());
        return Download.of(deal + "-lenders-" + asOf.on(), kind, LenderTable.of(reader.download(open, asOf, kind.name("lenders"))));
    }

    @GET
    @PermissionsAllowed("read-figures")
    @Path("deals/{deal}/lenders/{lender}")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance lenderPage(@PathParam("deal") String deal, @PathParam("lender") String lender, @BeanParam AsOfParams dates) {
        return new LenderPage(lender(deal, lender, dates));
    }

    @GET
    @PermissionsAllowed("read-figures")
    @Path("api/v1/deals/{deal}/lenders/{lender}")
    @Produces(MediaType.APPLICATION_JSON)
    @Tag(name = "register")
    @Operation(summary = "One lender of a deal", description = "With its contacts, positions and affiliates. Another lender's and one that does not exist give the same 404.")
    public LendersView.One lender(@PathParam("deal") String deal, @PathParam("lender") String lender, @BeanParam AsOfParams dates) {
        OpenDeal open = door.enter(deal);
        return reader.one(open, dates.resolve(today, open.zone()), lender);
    }
}
