package org.prorata.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.prorata.calc.Money;
import org.prorata.calc.NotMoney;
import org.prorata.deal.Terms;
import org.prorata.deal.Tranche;
import org.prorata.web.Problem;

/** Reads what was typed of a transfer, and says of each field what is wrong with it. */
@ApplicationScoped
class TransferReader {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    @Inject Register register;
    @Inject Projected projected;

    TransferReading read(UUID dealId, TransferForm form) {
        Terms terms = register.terms(dealId);
        List<Problem> problems = new ArrayList<>();
        List<Lender> lenders = Lender.of(dealId, null);
        Lender seller = named(form.from(), lenders);
        if (seller == null) {
            problems.add(new Problem("from", form.from(), blank(form.from()) ? "is missing; name the lender who sells" : "is not a lender of this deal"));
        }
        buyer(form, lenders, problems);
        boolean dated = dates(dealId, form, problems);
        boolean anyTranche = tranche(form, terms, problems);
        Map<String, Map<UUID, BigInteger>> held = dated && anyTranche ? held(dealId, form, terms) : null;
        TransferReading reading = new TransferReading(seller, named(form.to(), lenders), held, null, null, List.of());
        BigInteger amount = amount(form, reading, terms, problems);
        return new TransferReading(seller, reading.buyer(), held, amount, fee(form, terms, problems), List.copyOf(problems));
    }

    private static Lender named(String handle, List<Lender> lenders) {
        return lenders.stream().filter(lender -> lender.handle().equals(handle)).findFirst().orElse(null);
    }

    private static void buyer(TransferForm form, List<Lender> lenders, List<Problem> problems) {
        if (blank(form.to())) {
            problems.add(new Problem("to", form.to(), "is missing; name the lender who buys"));
        } else if (form.to().equals(form.from())) {
            problems.add(new Problem("to", form.to(), "sells it; name another lender as the buyer"));
        } else {
            ShareTargets.names(form.buyer(), lenders, wrong -> problems.add(new Problem(wrong.field().endsWith(".name") ? "toName" : "to", wrong.value(), wrong.message())));
        }
    }

    /** Whether positions of the effective date can be told. */
    private boolean dates(UUID dealId, TransferForm form, List<Problem> problems) {
        LocalDate effective = form.effectiveDate();
        LocalDate trade = form.tradeDate();
        LocalDate opening = register.opening(dealId);
        boolean told = false;
        if (effective == null) {
            problems.add(new Problem("effectiveDate", null, "is missing; give the day from which the buyer holds it, such as 2010-07-26"));
        } else if (effective.getYear() > LAST_YEAR) {
            problems.add(new Problem("effectiveDate", effective.toString(), "is too far away; give a date up to the year " + LAST_YEAR));
        } else if (effective.isBefore(opening)) {
            problems.add(new Problem("effectiveDate", effective.toString(), "is before the deal; its register opens on " + opening));
        } else {
            told = true;
        }
        tradeDate(trade, effective, problems);
        return told;
    }

    /** @param effective null where there is none yet */
    static void tradeDate(LocalDate trade, LocalDate effective, List<Problem> problems) {
        if (trade == null) {
            problems.add(new Problem("tradeDate", null, "is missing; give the day on which it was agreed, such as 2010-07-20"));
        } else if (trade.getYear() < FIRST_YEAR || trade.getYear() > LAST_YEAR) {
            problems.add(new Problem("tradeDate", trade.toString(), "is out of range; give a date from the year " + FIRST_YEAR + " to " + LAST_YEAR));
        } else if (effective != null && trade.isAfter(effective)) {
            problems.add(new Problem("tradeDate", trade.toString(), "is after the effective date " + effective + "; a transfer is agreed on that day or before"));
        }
    }

    private static boolean tranche(TransferForm form, Terms terms, List<Problem> problems) {
        List<String> ids = terms.tranches().stream().map(Tranche::id).toList();
        if (form.tranche() == null || ids.contains(form.tranche())) {
            return true;
        }
        problems.add(new Problem("tranche", form.tranche(), "must be one of " + ids + ", or empty for all"));
        return false;
    }

    private Map<String, Map<UUID, BigInteger>> held(UUID dealId, TransferForm form, Terms terms) {
        Map<String, Map<UUID, BigInteger>> positions = projected.beforePayments(dealId, form.effectiveDate());
        Map<String, Map<UUID, BigInteger>> held = new LinkedHashMap<>();
        terms.tranches().stream().map(Tranche::id).filter(id -> form.tranche() == null || form.tranche().equals(id))
                .forEach(id -> held.put(id, positions.getOrDefault(id, Map.of())));
        return held;
    }

    /** What is sold; null where that cannot be told, or is more than is held. */
    private static BigInteger amount(TransferForm form, TransferReading reading, Terms terms, List<Problem> problems) {
        if (Boolean.TRUE.equals(form.whole()) && !blank(form.amount())) {
            problems.add(new Problem("amount", form.amount(), "stands beside the whole position; leave it empty, or do not ask for the whole"));
            return null;
        }
        BigInteger typed = form.ofWhole() ? null : positive("amount", form.amount(), "must be above zero; leave it empty for the whole position", terms, problems);
        if (reading.seller() == null || reading.held() == null || typed == null && !form.ofWhole()) {
            return null;
        }
        BigInteger position = reading.position();
        String holds = reading.seller().name() + " holds on " + form.effectiveDate() + (form.tranche() == null ? "" : " in the " + terms.tranche(form.tranche()).name().value());
        if (position.signum() <= 0) {
            problems.add(new Problem("from", form.from(), "holds nothing on " + form.effectiveDate() + (form.tranche() == null ? "" : " in the "
                    + terms.tranche(form.tranche()).name().value()) + ", so nothing can be transferred"));
            return null;
        }
        if (typed != null && typed.compareTo(position) > 0) {
            problems.add(new Problem("amount", form.amount(), "is more than the " + grouped(position, terms) + " that " + holds));
            return null;
        }
        BigInteger amount = typed == null ? position : typed;
        BigInteger minimum = terms.transfers().minimum().value();
        boolean excepted = amount.equals(position) && terms.transfers().wholeHoldings().value();
        if (amount.compareTo(minimum) < 0 && !excepted) {
            problems.add(new Problem("amount", form.ofWhole() ? grouped(amount, terms) : form.amount(), "is below the least amount of a transfer, " + grouped(minimum, terms)
                    + (terms.transfers().wholeHoldings().value() ? "; less than that can only be all of the " + grouped(position, terms) + " that " + holds
                            : ", and this deal excepts no whole holding")));
        }
        return amount;
    }

    private static BigInteger fee(TransferForm form, Terms terms, List<Problem> problems) {
        if (!form.hasFee()) {
            if (!blank(form.feePaidBy())) {
                problems.add(new Problem("feePaidBy", form.feePaidBy(), "stands without a fee; give the fee, or leave this empty"));
            }
            return null;
        }
        if (!TransferForm.SELLER.equals(form.feePaidBy()) && !TransferForm.BUYER.equals(form.feePaidBy())) {
            problems.add(new Problem("feePaidBy", form.feePaidBy(), "must say who pays the fee: " + TransferForm.SELLER + " or " + TransferForm.BUYER));
        }
        return positive("fee", form.fee(), "must be above zero; leave it empty where there is none", terms, problems);
    }

    private static BigInteger positive(String field, String text, String otherwise, Terms terms, List<Problem> problems) {
        try {
            Money money = Money.parse(text, terms.currency());
            if (money.signum() > 0) {
                return money.minor();
            }
            problems.add(new Problem(field, text, otherwise));
        } catch (NotMoney wrong) {
            problems.add(new Problem(field, text, wrong.getMessage()));
        }
        return null;
    }

    private static String grouped(BigInteger minor, Terms terms) {
        return Money.ofMinor(minor, terms.currency()).grouped();
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
