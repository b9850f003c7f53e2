package org.prorata.register;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.prorata.deal.DealDoor;
import org.prorata.deal.OpenDeal;
import org.prorata.web.AsOf;
import org.prorata.web.AsOfParams;
import org.prorata.web.Download;
import org.prorata.web.PageNumber;
import org.prorata.web.SiftParams;
import org.prorata.web.Sifted;
import org.prorata.web.TableFile;
import org.prorata.web.Today;

/** The register of a deal on a day: page, JSON, CSV and XLSX. The agent sees all of it, a lender its own rows. */
@Path("/")
public class RegisterPages {

    @CheckedTemplate(basePath = "register", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RegisterPage(RegisterView register, Sifted<RegisterView.Holder> list) implements TemplateInstance {
    }

    @Inject DealDoor door;
    @Inject RegisterReader reader;
    @Inject Today today;

    @GET
    @PermissionsAllowed("read-figures")
    @Path("deals/{deal}/register")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance page(@PathParam("deal") String deal, @BeanParam AsOfParams dates, @RestQuery @DefaultValue("1") int entries, @BeanParam SiftParams sift) {
        int page = PageNumber.checked("entries", entries);
        OpenDeal open = door.enter(deal);
        RegisterView register = reader.read(open, dates.resolve(today, open.zone()), page);
        return new RegisterPage(register, Sifted.of(register.positions(), sift, RegisterView.Holder::name, register.orders()));
    }

    @GET
    @PermissionsAllowed("read-figures")
    @Path("api/v1/deals/{deal}/register")
    @Produces(MediaType.APPLICATION_JSON)
    @Tag(name = "register")
    @Operation(summary = "The register on a day", description = "Positions booked at the end of the day (on, today unless given) as known at an instant (known), and the "
            + "entries behind them. The agent gets every lender's, a lender its own.")
    public RegisterView register(@PathParam("deal") String deal, @BeanParam AsOfParams dates) {
        OpenDeal open = door.enter(deal);
        return reader.read(open, dates.resolve(today, open.zone()), 0);
    }

    @GET
    @PermissionsAllowed("read-figures")
    @Path("deals/{deal}/register/positions.{kind:csv|xlsx}")
    public Response positions(@PathParam("deal") String deal, @PathParam("kind") TableFile kind, @BeanParam AsOfParams dates) {
        OpenDeal open = door.enter(deal);
        AsOf asOf = dates.resolve(today, open.zone());
        return Download.of(deal + "-positions-" + asOf.on(), kind, RegisterTables.positions(reader.download(open, asOf, kind.name("positions"))));
    }

    @GET
    @PermissionsAllowed("read-figures")
    @Path("deals/{deal}/register/entries.{kind:csv|xlsx}")
    public Response entries(@PathParam("deal") String deal, @PathParam("kind") TableFile kind, @BeanParam AsOfParams dates) {
        OpenDeal open = door.enter(deal);
        AsOf asOf = dates.resolve(today, open.zone());
        return Download.of(deal + "-entries-" + asOf.on(), kind, RegisterTables.entries(reader.download(open, asOf, kind.name("entries"))));
    }
}
