package org.prorata.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.prorata.deal.DealDoor;
import org.prorata.deal.OpenDeal;
import org.prorata.web.AsOfParams;
import org.prorata.web.Today;

/** Positions without the entries they are made of. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "register")
public class PositionsResource {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Positions(String deal, LocalDate on, Instant known, String currency, boolean illustrative, List<RegisterView.Tranche> tranches, List<RegisterView.Holder> positions,
            RegisterView.Sum total) {
    }

    @Inject DealDoor door;
    @Inject RegisterReader reader;
    @Inject Today today;

    @GET
    @PermissionsAllowed("read-figures")
    @Path("api/v1/deals/{deal}/positions")
    @Operation(summary = "Positions booked at the end of a day", description = "By tranche and lender, on a day (on) as known at an instant (known). The agent gets every "
            + "lender's, a lender its own. Of each total, own is the sum of the positions shown and deal the principal of the terms less what was booked as paid and "
            + "what was exchanged into shares; for the agent proven tells that they are the same.")
    public Positions positions(@PathParam("deal") String deal, @BeanParam AsOfParams dates) {
        OpenDeal open = door.enter(deal);
        RegisterView view = reader.read(open, dates.resolve(today, open.zone()), 1);
        return new Positions(view.deal(), view.on(), view.known(), view.currency(), view.illustrative(), view.tranches(), view.positions(), view.total());
    }
}
