package org.prorata.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.prorata.calc.Money;
import org.prorata.calc.NotMoney;
import org.prorata.deal.Terms;
import org.prorata.deal.Tranche;
import org.prorata.web.Problem;

/** Reads what was typed of an exchange into shares, and says of each field what is wrong with it. */
@ApplicationScoped
class ExchangeReader {

    static final String LENDER_MISSING = "is missing; name the lender who exchanges";
    static final String ON_MISSING = "is missing; give the day on which the principal is exchanged, such as 2010-10-01";
    static final String AMOUNT_MISSING = "is missing; give an amount such as 2,000,000.00, or ask for the whole position";

    private static final int LAST_YEAR = 2199;

    @Inject Register register;
    @Inject Projected projected;

    ExchangeReading read(UUID dealId, ExchangeForm form) {
        Terms terms = register.terms(dealId);
        List<Problem> problems = new ArrayList<>();
        Tranche tranche = terms.exchange() == null ? null : terms.tranche(terms.exchange().tranche());
        if (tranche == null) {
            problems.add(new Problem(null, null, "no principal of this deal can be exchanged into shares"));
        }
        return read(dealId, form, tranche, Set.of(), problems);
    }

    /**
     * @param tranche  null where it cannot be told
     * @param without  numbers of entries that count for nothing: those that a correction takes back
     * @param problems what is wrong already; what is found goes behind it
     */
    ExchangeReading read(UUID dealId, ExchangeForm form, Tranche tranche, Set<Long> without, List<Problem> problems) {
        Terms terms = register.terms(dealId);
        Lender lender = Lender.of(dealId, null).stream().filter(one -> one.handle().equals(form.lender())).findFirst().orElse(null);
        if (lender == null) {
            problems.add(new Problem("lender", form.lender(), blank(form.lender()) ? LENDER_MISSING : "is not a lender of this deal"));
        }
        Map<UUID, BigInteger> held = dated(dealId, form.on(), problems) && tranche != null
                ? projected.beforePayments(dealId, form.on(), without).getOrDefault(tranche.id(), Map.of()) : null;
        BigInteger position = held == null || lender == null ? null : held.getOrDefault(lender.id(), BigInteger.ZERO);
        BigInteger outstanding = held == null ? null : held.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        ExchangeReading reading = new ExchangeReading(lender, tranche, position, outstanding, null, List.of());
        BigInteger amount = amount(form, reading, terms, problems);
        return new ExchangeReading(lender, tranche, position, outstanding, amount, List.copyOf(problems));
    }

    /** Whether positions of the day can be told. */
    private boolean dated(UUID dealId, LocalDate on, List<Problem> problems) {
        LocalDate opening = register.opening(dealId);
        String wrong = on == null ? ON_MISSING
                : on.getYear() > LAST_YEAR ? "is too far away; give a date up to the year " + LAST_YEAR
                : on.isBefore(opening) ? "is before the deal; its register opens on " + opening : null;
        if (wrong != null) {
            problems.add(new Problem("on", on == null ? null : on.toString(), wrong));
        }
        return wrong == null;
    }

    private static BigInteger amount(ExchangeForm form, ExchangeReading reading, Terms terms, List<Problem> problems) {
        if (form.ofWhole() && !blank(form.amount())) {
            problems.add(new Problem("amount", form.amount(), "stands beside the whole position; leave it empty, or do not ask for the whole"));
            return null;
        }
        if (!form.ofWhole() && blank(form.amount())) {
            problems.add(new Problem("amount", form.amount(), AMOUNT_MISSING));
            return null;
        }
        BigInteger typed = form.ofWhole() ? null : positive(form.amount(), terms, problems);
        BigInteger position = reading.position();
        if (position == null || typed == null && !form.ofWhole()) {
            return null;
        }
        String where = "in the " + reading.tranche().name().value() + " on " + form.on();
        if (position.signum() == 0) {
            problems.add(new Problem("lender", form.lender(), "holds nothing " + where + ", so nothing can be exchanged"));
            return null;
        }
        if (typed != null && typed.compareTo(position) > 0) {
            problems.add(new Problem("amount", form.amount(), "is more than the " + Money.ofMinor(position, terms.currency()).grouped() + " that " + reading.lender().name() + " holds " + where));
            return null;
        }
        return typed == null ? position : typed;
    }

    private static BigInteger positive(String text, Terms terms, List<Problem> problems) {
        try {
            Money money = Money.parse(text, terms.currency());
            if (money.signum() > 0) {
                return money.minor();
            }
            problems.add(new Problem("amount", text, "must be above zero"));
        } catch (NotMoney wrong) {
            problems.add(new Problem("amount", text, wrong.getMessage()));
        }
        return null;
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
