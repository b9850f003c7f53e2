package org.prorata.scenarios;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What {@link PaperBook} comes to, by the names and in the words of the portal's JSON. */
final class PaperFigures {

    static final LocalDate IN_FORCE = LocalDate.of(2010, 6, 10);

    private final PaperBook paper;

    PaperFigures(PaperBook paper) {
        this.paper = paper;
    }

    /** Every position, share, slice and warrant of every lender on a day, by column and lender. */
    Map<String, String> figures(LocalDate on) {
        Map<String, String> figures = new TreeMap<>();
        BigInteger outstanding = BigInteger.ZERO;
        Map<String, BigInteger> all = new LinkedHashMap<>();
        for (String tranche : PaperBook.TRANCHES) {
            paper.booked(on, tranche).forEach((lender, held) -> figures.put("booked:" + tranche + " " + lender, decimal(held)));
            paper.projected(on, tranche).forEach((lender, held) -> figures.put("projected:" + tranche + " " + lender, decimal(held)));
            paper.projected(on, tranche).forEach((lender, held) -> all.merge(lender, held, BigInteger::add));
            outstanding = outstanding.add(Ledger.sum(paper.projected(on, tranche)));
        }
        for (String lender : paper.lenders()) {
            figures.put("projected " + lender, decimal(all.get(lender)));
            figures.put("share " + lender, outstanding.signum() == 0 ? "0" : new BigDecimal(all.get(lender)).movePointRight(2).divide(new BigDecimal(outstanding), 9, RoundingMode.HALF_UP).toPlainString());
            if (!on.isBefore(IN_FORCE)) {
                figures.put("warrants " + lender, paper.warrants().get(lender).toString());
            }
            paper.components().forEach(component -> {
                Map<String, BigInteger> slices = paper.slices(component);
                figures.put(component.key() + " " + lender, slices == null ? "not known" : decimal(slices.getOrDefault(lender, BigInteger.ZERO)));
            });
        }
        return figures;
    }

    /** What is due beside what was paid. */
    Map<String, String> adjustments() {
        Map<String, String> due = new TreeMap<>();
        paper.components().stream().filter(paper::isPaid).forEach(component -> paper.due(component).forEach((lender, amount) -> {
            BigInteger more = amount.subtract(paper.slices(component).getOrDefault(lender, BigInteger.ZERO));
            if (more.signum() != 0) {
                due.put(component.key() + " " + lender, decimal(more));
            }
        }));
        return due;
    }

    /** Overdue only after the date stated, though cash should have come on the business day before a Saturday (rule F9, the record's assumptions). */
    String status(PaperBook.Component component, LocalDate on, LocalDate now, boolean inForce) {
        LocalDate seen = on.isBefore(now) ? on : now;
        LocalDate cash = component.payment() == 2 ? LocalDate.of(2010, 7, 9) : component.due();
        if (paper.isPaid(component) && !paper.valueDate(component.payment()).isAfter(on)) {
            return "paid";
        }
        if (!inForce || seen.isBefore(IN_FORCE)) {
            return "to be";
        }
        if (seen.isAfter(component.due())) {
            return "overdue";
        }
        return on.isAfter(component.due()) ? "as if paid" : seen.isBefore(cash) ? "upcoming" : seen.isAfter(cash) ? "not confirmed" : "due";
    }

    static String decimal(BigInteger cents) {
        return new BigDecimal(cents, 2).toPlainString();
    }
}
