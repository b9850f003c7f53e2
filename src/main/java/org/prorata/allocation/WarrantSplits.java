package org.prorata.allocation;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.prorata.calc.Split;
import org.prorata.deal.WarrantTerms;
import org.prorata.warrant.Holdings;

/** Who holds the warrants, from which day on (rule F8): split over the positions of the issue date; where they are stapled, every sale takes its part along. */
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
        Split issue = Split.withoutCarry(count, timeline.beforePayments(issued));
        splits.put(issued, issue);
        if (terms.stapled().value()) {
            Holdings.afterTransfers(issue.slices(), transferDays(facts, terms, issued, timeline))
                    .forEach((day, held) -> splits.put(day, Split.withoutCarry(count, held)));
        }
        return splits;
    }

    /** Days after the issue on which loan of the warrants' tranche was sold. */
    private static List<Holdings.TransferDay> transferDays(Facts facts, WarrantTerms terms, LocalDate issued, Timeline timeline) {
        Map<LocalDate, List<Holdings.Sale>> days = new TreeMap<>();
        for (Facts.Sale sale : facts.sales()) {
            if (sale.tranche().equals(terms.tranche()) && sale.on().isAfter(issued)) {
                days.computeIfAbsent(sale.on(), day -> new ArrayList<>()).add(new Holdings.Sale(sale.seller(), sale.buyer(), sale.amount()));
            }
        }
        return days.entrySet().stream().map(day -> new Holdings.TransferDay(day.getKey(), timeline.endOf(day.getKey().minusDays(1)), day.getValue())).toList();
    }
}
