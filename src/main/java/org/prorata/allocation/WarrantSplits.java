package org.prorata.allocation;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.prorata.calc.Split;
import org.prorata.deal.WarrantTerms;
import org.prorata.register.Cause;
import org.prorata.warrant.Holdings;

/** Who holds the warrants, from which day on (rule F8): split over the positions of the issue date, and where they are stapled again at each transfer. */
final class WarrantSplits {

    private WarrantSplits() {}

    /** By the first day of each holding; empty where none are issued or their number is not known. */
    static Map<LocalDate, Split> of(Facts facts, Projection projection) {
        WarrantTerms terms = facts.terms().warrants();
        Map<LocalDate, Split> splits = new LinkedHashMap<>();
        if (terms == null || !terms.count().known()) {
            return splits;
        }
        LocalDate issued = terms.issueDate().value();
        BigInteger count = terms.count().value();
        Timeline timeline = projection.of(terms.tranche());
        splits.put(issued, Split.withoutCarry(count, timeline.beforePayments(issued)));
        if (terms.stapled().value()) {
            Holdings.afterTransfers(timeline.beforePayments(issued), transferDays(facts, terms, issued, timeline))
                    .forEach((day, weights) -> splits.put(day, Split.withoutCarry(count, weights)));
        }
        return splits;
    }

    /** Days after the issue on which loan of the warrants' tranche moved between lenders. */
    private static List<Holdings.TransferDay> transferDays(Facts facts, WarrantTerms terms, LocalDate issued, Timeline timeline) {
        Map<LocalDate, BigInteger[]> moved = new TreeMap<>();
        for (Facts.Move move : facts.moves()) {
            if (move.tranche().equals(terms.tranche()) && move.placeInDay() == Cause.TRANSFER.placeInDay() && move.on().isAfter(issued)) {
                BigInteger[] ofDay = moved.computeIfAbsent(move.on(), day -> Timeline.zeros(facts.lenders()));
                ofDay[move.lender()] = ofDay[move.lender()].add(move.amount());
            }
        }
        return moved.entrySet().stream()
                .map(day -> new Holdings.TransferDay(day.getKey(), timeline.endOf(day.getKey().minusDays(1)), day.getValue())).toList();
    }
}
