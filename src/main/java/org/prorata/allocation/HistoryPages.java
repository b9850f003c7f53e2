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
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.prorata.calc.Money;
import org.prorata.deal.Terms;
import org.prorata.identity.Right;
import org.prorata.register.Transfer;
import org.prorata.web.AsOf;
import org.prorata.web.AsOfParams;
import org.prorata.web.BadInput;

/** The history of a deal, or of one lender in it: what changed, effective when, known when, by whom, approved by whom, and why; each change opens the portal as it then was. */
@Path("/")
public class HistoryPages {

    /** An entry of a lender's register as one of its changes wrote it. {@code on} is its effective date. @param corrects what a correction corrects; else null */
    public record OwnChange(String lender, LocalDate on, Instant known, String trancheName, Money amount, String cause, String corrects, String reference, Integer payment) {

        static List<OwnChange> of(Terms terms, LenderRow row) {
            return row.entries().stream().map(entry -> new OwnChange(row.name(), entry.on(), entry.known(),
                    terms.tranche(entry.tranche()).name().value(), Money.ofMinor(entry.amount(), terms.currency()), entry.cause(), entry.corrects(), entry.reference(), entry.payment())).toList();
        }
    }

    /**
     * A transfer of which a lender shown is seller or buyer; who the other is, is not told.
     *
     * @param fee       null where there was none
     * @param feePaidBy seller or buyer; null where there was no fee
     * @param state     {@code stands}; or, for the lenders shown, {@code corrected} or {@code taken-back}
     * @param until     since when it does not stand as told here; null where it stands
     */
    public record OwnTransfer(Instant known, LocalDate tradeDate, LocalDate effectiveDate, String reference, Money amount, Money fee, String feePaidBy, String state, Instant until) {

        /** @param ended null where it stands */
        static OwnTransfer of(Terms terms, Transfer transfer, Transfer.Ended ended) {
            return new OwnTransfer(transfer.known(), transfer.tradeDate(), transfer.effectiveDate(), transfer.reference(), Money.ofMinor(transfer.amount(), terms.currency()),
                    transfer.fee() == null ? null : Money.ofMinor(transfer.fee(), terms.currency()), transfer.feePaidBy(),
                    ended == null ? "stands" : ended.corrected() ? "corrected" : "taken-back", ended == null ? null : ended.known());
        }
    }

    /**
     * @param lender  the one whose history it is, by its handle; null: the whole deal's
     * @param entries the entries of the lenders shown, by the instant of their change; empty for the history of a whole deal, where the proposal shows them
     * @param transfers those of which a lender shown is a party
     * @param next    as {@code before} it gives the next, older page; null where there is none
     */
    public record View(DealHead deal, List<OwnLender> lenders, String lender, List<History.Change> changes, List<OwnChange> entries, List<OwnTransfer> transfers, Instant next) {

        public List<OwnChange> entriesOf(History.Change change) {
            return entries.stream().filter(entry -> change.isOf(entry.known())).toList();
        }

        public List<OwnTransfer> transfersOf(History.Change change) {
            return transfers.stream().filter(transfer -> change.isOf(transfer.known())).toList();
        }
    }

    @CheckedTemplate(basePath = "allocation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record HistoryPage(View view, AsOf asOf, boolean seesAll) implements TemplateInstance {}

    @Inject Entrance entrance;
    @Inject Visits visits;
    @Inject History history;

    @GET
    @PermissionsAllowed("read-figures")
    @Path("deals/{deal}/history")
    @Produces(MediaType.TEXT_HTML)
    @Transactional
    public TemplateInstance page(@PathParam("deal") String deal, @BeanParam AsOfParams params, @QueryParam("lender") String lender, @QueryParam("before") String before) {
        Entrance.Visit visit = entrance.enter(deal, params, Right.READ_FIGURES);
        return new HistoryPage(view(visit, lender, before), visit.asOf(), visit.seesAll());
    }

    @GET
    @PermissionsAllowed("read-figures")
    @Path("api/v1/deals/{deal}/history")
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    @Tag(name = "allocation")
    @Operation(summary = "What changed in a deal, the latest first", description = "Every change made another calculation; its instant as ?known= shows any page or resource as it was "
            + "just after it. A lender sees changes of the whole deal and of its own entries. Fifty at a time, older ones by before.")
    public View json(@Parameter(example = "rusoro-2010") @PathParam("deal") String deal, @BeanParam AsOfParams params,
            @Parameter(description = "One lender's changes alone, by its handle", example = "endeavour") @QueryParam("lender") String lender,
            @Parameter(description = "Only what was known before this instant") @QueryParam("before") String before) {
        return view(entrance.enter(deal, params, Right.READ_FIGURES), lender, before);
    }

    private View view(Entrance.Visit visit, String lender, String before) {
        boolean whole = visit.seesAll() && (lender == null || lender.isBlank());
        Mine mine = whole ? Mine.NOBODY : visits.explaining(visit, lender).mine();
        List<LenderRow> shown = mine.shown();
        History.Page page = history.of(visit.picture(), whole ? null : shown.stream().map(LenderRow::id).toList(), visit.seesAll() ? null : visit.own(), instant(before));
        List<OwnChange> entries = shown.stream().flatMap(row -> OwnChange.of(visit.picture().terms(), row).stream()).toList();
        List<OwnTransfer> transfers = shown.isEmpty() ? List.of() : transfers(visit, shown.stream().map(LenderRow::id).collect(Collectors.toSet()));
        return new View(DealHead.of(Look.of(visit)), mine.lenders(), shown.size() == 1 ? shown.get(0).handle() : null, page.changes(), entries, transfers, page.next());
    }

    private static List<OwnTransfer> transfers(Entrance.Visit visit, Set<UUID> lenders) {
        List<Transfer> told = Transfer.of(visit.picture().dealId(), null, visit.picture().known(), lenders);
        Map<Long, Transfer.Ended> ended = Transfer.ended(visit.picture().dealId(), told, visit.picture().known(), lenders);
        return told.stream().map(transfer -> OwnTransfer.of(visit.picture().terms(), transfer, ended.get(transfer.firstEntry()))).toList();
    }

    private static Instant instant(String before) {
        if (before == null || before.isBlank()) {
            return null;
        }
        try {
            return Instant.parse(before);
        } catch (DateTimeParseException wrong) {
            throw BadInput.inAddress("before", before, "an instant such as 2026-03-02T09:30:00.123456Z");
        }
    }
}
