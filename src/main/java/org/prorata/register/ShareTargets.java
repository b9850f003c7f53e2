package org.prorata.register;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.prorata.calc.Fraction;
import org.prorata.calc.Money;
import org.prorata.calc.NotMoney;
import org.prorata.calc.Split;
import org.prorata.calc.Weights;
import org.prorata.deal.LenderRules;
import org.prorata.register.ShareForm.Share;
import org.prorata.web.Problem;
import org.prorata.web.SafeText;

/**
 * Reads the shares as typed into amounts that add up to the total, or says beside which field what is wrong (rule F2: percentages must add up to exactly
 * 100, and become amounts by F6 without carry).
 *
 * @param amounts by handle in the order of the form, in minor units; empty where there are problems
 * @param sum     of what could be read, as typed: amounts in minor units or percent
 */
record ShareTargets(Map<String, BigInteger> amounts, List<Problem> problems, BigDecimal sum) {

    private static final int MOST_PERCENT_DECIMALS = 30;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static ShareTargets read(ShareForm form, List<Lender> lenders, BigInteger total, Currency currency) {
        List<Problem> problems = new ArrayList<>();
        Map<String, BigDecimal> typed = new LinkedHashMap<>();
        names(form, lenders, problems::add);
        for (int i = 0; i < form.shares().size(); i++) {
            Share share = form.shares().get(i);
            BigDecimal value = form.inPercent() ? percent(share, i, problems) : amount(share, i, currency, problems);
            if (value != null && share.lender() != null) {
                typed.put(share.lender(), value);
            }
        }
        BigDecimal sum = typed.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (!problems.isEmpty()) {
            return new ShareTargets(Map.of(), problems, sum);
        }
        if (form.inPercent()) {
            return percentages(typed, sum, total);
        }
        BigInteger minor = sum.toBigIntegerExact();
        if (!minor.equals(total)) {
            problems.add(new Problem("sum", Money.ofMinor(minor, currency).grouped(), "is not the total: the shares must add up to "
                    + Money.ofMinor(total, currency).grouped() + "; " + difference(minor, total, currency)));
            return new ShareTargets(Map.of(), problems, sum);
        }
        Map<String, BigInteger> amounts = new LinkedHashMap<>();
        typed.forEach((lender, value) -> amounts.put(lender, value.toBigIntegerExact()));
        return new ShareTargets(amounts, List.of(), sum);
    }

    private static String difference(BigInteger sum, BigInteger total, Currency currency) {
        BigInteger missing = total.subtract(sum);
        return Money.ofMinor(missing.abs(), currency).grouped() + (missing.signum() > 0 ? " is missing" : " is too much");
    }

    private static ShareTargets percentages(Map<String, BigDecimal> typed, BigDecimal sum, BigInteger total) {
        if (sum.compareTo(HUNDRED) != 0) {
            BigDecimal missing = HUNDRED.subtract(sum);
            return new ShareTargets(Map.of(), List.of(new Problem("sum", sum.toPlainString() + " %", "is not 100 %: "
                    + missing.abs().stripTrailingZeros().toPlainString() + (missing.signum() > 0 ? " is missing" : " is too much"))), sum);
        }
        BigInteger[] weights = Weights.scaled(typed.values().stream().map(Fraction::of).toArray(Fraction[]::new));
        BigInteger[] slices = Split.withoutCarry(total, weights).slices();
        Map<String, BigInteger> amounts = new LinkedHashMap<>();
        int i = 0;
        for (String lender : typed.keySet()) {
            amounts.put(lender, slices[i++]);
        }
        return new ShareTargets(amounts, List.of(), sum);
    }

    /** What is wrong with how the lenders of a form are named. */
    static void names(ShareForm form, List<Lender> lenders, Consumer<Problem> problems) {
        Set<String> handles = new HashSet<>();
        Set<String> names = new HashSet<>();
        Set<String> present = new HashSet<>();
        lenders.forEach(lender -> {
            names.add(LenderRules.plain(lender.name()));
            present.add(lender.handle());
        });
        for (int i = 0; i < form.shares().size(); i++) {
            Share share = form.shares().get(i);
            String field = "shares[" + i + "].lender";
            boolean known = present.contains(share.lender());
            if (share.lender() == null || !handles.add(share.lender())) {
                problems.accept(new Problem(field, share.lender(), "must be named once, by its short name in the deal"));
            } else if (share.isNew() && known) {
                problems.accept(new Problem(field, share.lender(), "is already the short name of a lender of this deal"));
            } else if (share.isNew() && !share.lender().matches("[a-z0-9]+(-[a-z0-9]+)*")) {
                problems.accept(new Problem(field, share.lender(), "must be lower-case letters, digits and single hyphens, such as new-fund"));
            } else if (!share.isNew() && !known) {
                problems.accept(new Problem(field, share.lender(), "is not a lender of this deal; a new one needs its legal name"));
            }
            if (share.isNew()) {
                newName(share.name(), "shares[" + i + "].name", names, problems);
            }
        }
    }

    private static void newName(String name, String field, Set<String> names, Consumer<Problem> problems) {
        if (name.isBlank() || name.length() > 200 || name.chars().anyMatch(Character::isISOControl) || SafeText.misleads(name)) {
            problems.accept(new Problem(field, name, "must be a legal name of at most 200 characters"));
        } else if (!names.add(LenderRules.plain(name))) {
            problems.accept(new Problem(field, name, "is already a lender of this deal"));
        }
    }

    private static BigDecimal amount(Share share, int i, Currency currency, List<Problem> problems) {
        String field = "shares[" + i + "].value";
        try {
            Money money = Money.parse(share.value() == null || share.value().isBlank() ? "0" : share.value().trim(), currency);
            if (money.signum() >= 0) {
                return new BigDecimal(money.minor());
            }
            problems.add(new Problem(field, share.value(), "must not be negative"));
        } catch (NotMoney wrong) {
            problems.add(new Problem(field, share.value(), wrong.getMessage()));
        }
        return null;
    }

    private static BigDecimal percent(Share share, int i, List<Problem> problems) {
        String field = "shares[" + i + "].value";
        String text = share.value() == null || share.value().isBlank() ? "0" : share.value().trim().replaceFirst("\\s*%$", "");
        if (!text.matches("\\d{1,3}(\\.\\d{1," + MOST_PERCENT_DECIMALS + "})?")) {
            problems.add(new Problem(field, share.value(), "must be a percentage from 0 to 100 such as 33.333333"));
            return null;
        }
        BigDecimal value = new BigDecimal(text);
        if (value.compareTo(HUNDRED) > 0) {
            problems.add(new Problem(field, share.value(), "must be a percentage from 0 to 100"));
            return null;
        }
        return value;
    }
}
