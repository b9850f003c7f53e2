package org.prorata.deal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prorata.calc.Convention;
import org.prorata.calc.DayCount;
import org.prorata.calc.Money;

/** Terms as named values in the shape and order of the file format: the one shape for files and for JSON. Amounts are decimal strings. */
final class TermsTree {

    private final Terms terms;

    private TermsTree(Terms terms) {
        this.terms = terms;
    }

    static Map<String, Object> of(Terms terms) {
        return new TermsTree(terms).tree();
    }

    private Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("deal", fields("slug", terms.slug(), "title", Cited.of(terms.title()), "currency", terms.currency().getCurrencyCode(),
                "zone", Cited.of(terms.zone()), "source", terms.source(), "split-rule", Cited.of(terms.splitRule())));
        tree.put("parties", terms.parties().stream().map(p -> fields("role", p.role(), "name", Cited.of(p.name()), "formerly", p.formerName()))
                .toList());
        tree.put("tranches", terms.tranches().stream().map(this::tranche).toList());
        tree.put("interest", orNull(terms.interest().stream().map(this::interest).toList()));
        tree.put("stated", orNull(terms.stated().stream().map(this::stated).toList()));
        BusinessDayTerms days = terms.businessDays();
        tree.put("business-days", fields("calendars", Cited.of(days.calendars(), c -> c),
                "own-holidays", Cited.of(days.ownHolidays(), h -> h.stream().map(Object::toString).toList()),
                "convention", Cited.of(days.convention(), Convention::code),
                "interest-dates-adjusted", Cited.of(days.interestDatesAdjusted(), b -> b)));
        tree.put("exchange", terms.exchange() == null ? null : exchange(terms.exchange()));
        tree.put("warrants", terms.warrants() == null ? null : warrants(terms.warrants()));
        tree.put("transfers", transfers(terms.transfers()));
        tree.put("standing", terms.standing().equals(Standing.NOTHING_TO_WAIT_FOR) ? null : standing(terms.standing()));
        tree.put("remarks", orNull(terms.remarks().stream().map(r -> fields("topic", r.topic(), "text", r.text(),
                "provenance", r.provenance().word(), "clause", r.clause())).toList()));
        return tree;
    }

    private Map<String, Object> tranche(Tranche t) {
        return fields("id", t.id(), "name", Cited.of(t.name()), "principal", money(t.principal()), "repayments",
                t.repayments().stream().map(r -> fields("due", r.due().toString(), "amount", money(r.amount()), "wording", r.wording())).toList());
    }

    private Map<String, Object> interest(InterestTerm t) {
        return fields("id", t.id(), "name", Cited.of(t.name()), "tranche", t.tranche(), "day-count", Cited.of(t.dayCount(), DayCount::code),
                "accrues-from", Cited.of(t.accruesFrom()),
                "rates", t.rates().stream().map(r -> fields("from", r.from().toString(), "percent", decimal(r.percentPerYear()))).toList(),
                "dates", Cited.of(t.dates(), TermsTree::dates));
    }

    private static Object dates(Dates dates) {
        return dates.frequency() == null ? dates.listed().stream().map(Object::toString).toList()
                : fields("every", dates.frequency().code(), "until", dates.until().toString());
    }

    private Map<String, Object> stated(StatedTerm t) {
        return fields("id", t.id(), "name", Cited.of(t.name()), "kind", t.kind() == ComponentKind.FEE ? "fee" : "interest", "amounts",
                t.amounts().stream().map(a -> fields("due", a.due().toString(), "amount", money(a.amount()))).toList());
    }

    private static Map<String, Object> exchange(ExchangeTerms e) {
        return fields("tranche", e.tranche(), "currency", e.priceCurrency().getCurrencyCode(), "prices", e.prices().stream()
                .map(p -> fields("from", p.from() == null ? null : p.from().toString(), "price", decimal(p.price()))).toList(),
                "adjustments", Cited.of(e.adjustments()));
    }

    private static Map<String, Object> warrants(WarrantTerms w) {
        return fields("count", Cited.of(w.count()), "issued", Cited.of(w.issueDate()), "tranche", w.tranche(),
                "strike-currency", w.strikeCurrency().getCurrencyCode(), "strike", decimal(w.strike()), "expires", Cited.of(w.expiryDate()),
                "expiry-time", Cited.of(w.expiryTime()), "expiry-zone", Cited.of(w.expiryZone()), "stapled", Cited.of(w.stapled(), b -> b),
                "over", Cited.of(w.over()));
    }

    private Map<String, Object> transfers(TransferTerms t) {
        return fields("minimum", Cited.of(t.minimum(), minor -> minor.signum() == 0 ? TransferTerms.NONE : money(minor, terms.currency())),
                "whole-holdings", Cited.of(t.wholeHoldings(), b -> b), "interest", Cited.of(t.interest(), InterestOnTransfer::word));
    }

    private static Map<String, Object> standing(Standing s) {
        return fields("status", Cited.of(s.status()), "sign-by", Cited.of(s.signBy()), "original-maturity", Cited.of(s.originalMaturity()),
                "signatures", orNull(s.signatures().stream().map(x -> fields("id", x.id(), "party", x.party(), "signed", fact(x.signed())))
                        .toList()),
                "conditions", orNull(s.conditions().stream().map(x -> fields("id", x.id(), "text", Cited.of(x.text()), "met", fact(x.met())))
                        .toList()));
    }

    private static Map<String, Object> fact(Fact fact) {
        return fact == null ? null : fields("on", fact.on().toString(), "reference", fact.reference(), "recorded-by", fact.recordedBy(),
                "approved-by", fact.approvedBy());
    }

    private Cited money(Sourced<BigInteger> amount) {
        return Cited.of(amount, minor -> money(minor, terms.currency()));
    }

    static String money(BigInteger minor, Currency currency) {
        return Money.ofMinor(minor, currency).decimal();
    }

    private static Cited decimal(Sourced<BigDecimal> value) {
        return Cited.of(value, BigDecimal::toPlainString);
    }

    private static <T> List<T> orNull(List<T> list) {
        return list.isEmpty() ? null : list;
    }

    /** Names and values in turn. */
    static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }
}
