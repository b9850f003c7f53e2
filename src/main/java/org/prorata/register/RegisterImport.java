package org.prorata.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.prorata.approval.Turn;
import org.prorata.deal.DealFile;
import org.prorata.deal.DealFileDraft;
import org.prorata.deal.ExportPart;
import org.prorata.deal.ImportPart;
import org.prorata.deal.LenderLine;
import org.prorata.deal.LenderRules;
import org.prorata.deal.Movement;
import org.prorata.deal.OpeningLine;
import org.prorata.deal.OpeningRegister;
import org.prorata.deal.Provenance;
import org.prorata.deal.Terms;
import org.prorata.deal.Tranche;
import org.prorata.web.BadInput;
import org.prorata.web.Problem;
import org.prorata.web.Today;

/** Lenders and entries, from a deal file and back into one. */
@ApplicationScoped
public class RegisterImport implements ImportPart, ExportPart {

    @Inject Today today;

    private record At(String lender, String tranche) {}

    @Override
    public int order() {
        return 10;
    }

    @Override
    public void imported(Turn turn, Terms terms, DealFile file) {
        refuseFutureNames(file, today.today(terms.zone().value()));
        Map<String, UUID> ids = Lender.enter(turn, 0, file.lenders(), null);
        OpeningRegister opening = file.opening();
        List<Entry.Draft> drafts = new ArrayList<>();
        openingAmounts(terms, opening).forEach((tranche, amounts) -> amounts.forEach((lender, amount) -> drafts.add(
                new Entry.Draft(opening.on(), ids.get(lender), tranche, amount, Cause.INITIAL, "", opening.provenance().word(), null))));
        for (Movement movement : file.movements()) {
            Cause cause = Cause.of(movement.cause());
            drafts.add(new Entry.Draft(movement.on(), ids.get(movement.lender()), movement.tranche(), movement.amount(), cause, cause == Cause.CORRECTION ? Cause.TRANSFER : null, null,
                    movement.reference() == null ? "" : movement.reference(), Provenance.ENTERED.word(), null));
        }
        Entry.append(turn, null, drafts);
    }

    private static void refuseFutureNames(DealFile file, LocalDate today) {
        List<Problem> problems = new ArrayList<>();
        for (LenderLine line : file.lenders()) {
            LenderRules.problems(line.details(), today).stream().filter(problem -> problem.field().endsWith(".until"))
                    .forEach(problem -> problems.add(new Problem("lenders." + line.id() + "." + problem.field(), problem.value(), problem.message())));
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }

    private static Map<String, Map<String, BigInteger>> openingAmounts(Terms terms, OpeningRegister opening) {
        if (opening.byTranche()) {
            Map<String, Map<String, BigInteger>> amounts = new LinkedHashMap<>();
            terms.tranches().forEach(tranche -> amounts.put(tranche.id(), new LinkedHashMap<>()));
            opening.lines().forEach(line -> line.byTranche().forEach((tranche, amount) -> amounts.get(tranche).put(line.lender(), amount)));
            return amounts;
        }
        Map<String, BigInteger> tranches = new LinkedHashMap<>();
        terms.tranches().forEach(tranche -> tranches.put(tranche.id(), tranche.principal().value()));
        Map<String, BigInteger> totals = new LinkedHashMap<>();
        opening.lines().forEach(line -> totals.put(line.lender(), line.total()));
        return Spread.opening(tranches, totals);
    }

    /**
     * What stands after all corrections, the opening by tranche, so that it imports to the same cents whatever way it once came about; each transfer's entries
     * together, so that the buyers find their sellers again.
     */
    @Override
    public void contribute(UUID dealId, Instant known, DealFileDraft draft) {
        Map<UUID, Lender> lenders = new LinkedHashMap<>();
        Lender.of(dealId, known).forEach(lender -> lenders.put(lender.id(), lender));
        lenders.values().forEach(lender -> draft.lender(lender.line()));
        List<Entry> entries = TransferParts.together(Entry.of(dealId, known));
        LocalDate opens = entries.stream().filter(entry -> entry.kind() == Cause.INITIAL).findFirst().orElseThrow().on();
        Map<At, BigInteger> opening = new LinkedHashMap<>();
        for (Entry entry : entries) {
            String handle = lenders.get(entry.lenderId()).handle();
            if (entry.kind() == Cause.INITIAL) {
                opening.merge(new At(handle, entry.tranche()), entry.amount(), BigInteger::add);
            } else if (entry.kind() != Cause.PAYMENT) {
                draft.movement(new Movement(entry.on(), handle, entry.tranche(), entry.amount(), entry.kind().word(), entry.reference()));
            }
        }
        draft.opening(new OpeningRegister(opens, provenance(entries), null, true, lines(draft.terms(), lenders.values().stream().map(Lender::handle).toList(), opening)));
    }

    private static Provenance provenance(List<Entry> entries) {
        Set<String> left = entries.stream().filter(entry -> entry.kind() == Cause.INITIAL).map(Entry::provenance).collect(Collectors.toSet());
        for (Provenance weakest : List.of(Provenance.ILLUSTRATIVE, Provenance.ASSUMED, Provenance.ENTERED)) {
            if (left.contains(weakest.word())) {
                return weakest;
            }
        }
        return Provenance.PUBLISHED;
    }

    private static List<OpeningLine> lines(Terms terms, List<String> lenders, Map<At, BigInteger> opening) {
        List<OpeningLine> lines = new ArrayList<>();
        for (String lender : lenders) {
            Map<String, BigInteger> byTranche = new LinkedHashMap<>();
            for (Tranche tranche : terms.tranches()) {
                BigInteger amount = opening.getOrDefault(new At(lender, tranche.id()), BigInteger.ZERO);
                if (amount.signum() != 0) {
                    byTranche.put(tranche.id(), amount);
                }
            }
            if (!byTranche.isEmpty()) {
                lines.add(new OpeningLine(lender, null, byTranche));
            }
        }
        return lines;
    }
}
