package org.prorata.deal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.prorata.calc.Convention;
import org.prorata.calc.DayCount;
import org.prorata.calc.Money;
import org.prorata.web.AsOf;
import org.prorata.web.Formats;

/** The terms page. Statuses are those at the end of {@code statusDate}; prices those at the end of {@code asOf.on}. */
record TermsView(Terms terms, AsOf asOf, LocalDate statusDate, boolean seesAll, boolean proposes, boolean illustrative) {

    record PartyRow(String role, Shown name, String formerName) {
    }

    record Repayment(String tranche, Shown name, LocalDate due, Shown amount, String wording) {
    }

    record Rate(LocalDate from, Shown percent) {
    }

    /** Either every and until are there, or listed. */
    record Interest(String id, Shown name, Shown tranche, Shown dayCount, Shown accruesFrom, List<Rate> rates, Shown dates, String every,
            LocalDate until, List<LocalDate> listed) {
    }

    record Stated(Shown name, String kind, LocalDate due, Shown amount) {
    }

    /** @param from null: the price before the first dated one, which begins on {@code until}; @param now whether it is in force on the day shown */
    record Price(LocalDate from, LocalDate until, Shown price, boolean now) {
    }

    /** A signature or condition. */
    record Step(String id, Shown text, boolean done, Fact fact) {
    }

    public String slug() {
        return terms.slug();
    }

    public Shown title() {
        return Shown.of(terms.title());
    }

    public String stage() {
        return terms.standing().stage(statusDate).word();
    }

    public String currency() {
        return terms.currency().getCurrencyCode();
    }

    public String principal() {
        return Money.ofMinor(terms.totalPrincipal(), terms.currency()).decimal();
    }

    public Shown zone() {
        return Shown.of(terms.zone(), Object::toString);
    }

    public Shown splitRule() {
        return Shown.of(terms.splitRule());
    }

    public List<PartyRow> parties() {
        return terms.parties().stream().map(p -> new PartyRow(p.role(), Shown.of(p.name()), p.formerName())).toList();
    }

    public Shown borrower() {
        return terms.party(Party.BORROWER).map(p -> Shown.of(p.name())).orElse(null);
    }

    public List<Repayment> repayments() {
        return terms.tranches().stream().flatMap(t -> t.repayments().stream()
                .map(r -> new Repayment(t.id(), Shown.of(t.name()), r.due(), money(r.amount()), r.wording()))).toList();
    }

    public List<Interest> interest() {
        return terms.interest().stream().map(t -> {
            Dates dates = t.dates().value();
            return new Interest(t.id(), Shown.of(t.name()), Shown.of(terms.tranche(t.tranche()).name()), Shown.of(t.dayCount(), DayCount::code),
                    day(t.accruesFrom()), t.rates().stream().map(r -> new Rate(r.from(), Shown.of(r.percentPerYear(), TermsView::percent))).toList(),
                    Shown.of(t.dates(), d -> ""), dates.frequency() == null ? null : dates.frequency().code(), dates.until(), dates.listed());
        }).toList();
    }

    public List<Stated> stated() {
        return terms.stated().stream().flatMap(t -> t.amounts().stream().map(a -> new Stated(Shown.of(t.name()),
                t.kind() == ComponentKind.FEE ? "fee" : "interest", a.due(), money(a.amount())))).toList();
    }

    public Shown calendars() {
        return Shown.of(terms.businessDays().calendars(), codes -> codes.isEmpty() ? "NONE" : String.join(", ", codes));
    }

    public Shown ownHolidays() {
        return Shown.of(terms.businessDays().ownHolidays(), days -> String.join(", ", days.stream().map(Formats::shortDate).toList()));
    }

    public Shown convention() {
        return Shown.of(terms.businessDays().convention(), Convention::code);
    }

    public Shown adjusted() {
        return Shown.of(terms.businessDays().interestDatesAdjusted(), String::valueOf);
    }

    public ExchangeTerms exchange() {
        return terms.exchange();
    }

    public Shown exchangeTranche() {
        return Shown.of(terms.tranche(terms.exchange().tranche()).name());
    }

    public Shown adjustments() {
        return Shown.of(terms.exchange().adjustments());
    }

    public List<Price> prices() {
        PriceStep now = terms.exchange().priceOn(asOf.on()).orElse(null);
        List<PriceStep> steps = terms.exchange().prices();
        List<Price> prices = new ArrayList<>();
        for (PriceStep step : steps) {
            LocalDate until = prices.size() + 1 < steps.size() ? steps.get(prices.size() + 1).from() : null;
            prices.add(new Price(step.from(), until, Shown.of(step.price(), price -> Formats.inForm(price.toPlainString())), step == now));
        }
        return prices;
    }

    public WarrantsView warrants() {
        return terms.warrants() == null ? null : new WarrantsView(terms);
    }

    public Shown transferMinimum() {
        return terms.transfers().hasMinimum() ? money(terms.transfers().minimum()) : Shown.of(terms.transfers().minimum(), none -> "");
    }

    public Shown wholeHoldings() {
        return Shown.of(terms.transfers().wholeHoldings(), String::valueOf);
    }

    public Shown transferInterest() {
        return Shown.of(terms.transfers().interest(), InterestOnTransfer::word);
    }

    public boolean waits() {
        return !terms.standing().equals(Standing.NOTHING_TO_WAIT_FOR);
    }

    public Shown status() {
        return Shown.of(terms.standing().status());
    }

    public Shown signBy() {
        return day(terms.standing().signBy());
    }

    public Shown originalMaturity() {
        return day(terms.standing().originalMaturity());
    }

    public List<Step> signatures() {
        return terms.standing().signatures().stream().map(s -> new Step(s.id(), new Shown(s.party(), null, null, null), s.signedBy(statusDate),
                s.signed())).toList();
    }

    public List<Step> conditions() {
        return terms.standing().conditions().stream().map(c -> new Step(c.id(), Shown.of(c.text()), c.metBy(statusDate), c.met())).toList();
    }

    public List<Remark> assumptions() {
        return remarks(Provenance.ASSUMED);
    }

    public List<Remark> unknowns() {
        return remarks(Provenance.UNKNOWN);
    }

    public List<Remark> otherRemarks() {
        return remarks(Provenance.PUBLISHED, Provenance.COMPUTED, Provenance.ENTERED, Provenance.ILLUSTRATIVE);
    }

    private List<Remark> remarks(Provenance... of) {
        return terms.remarks().stream().filter(r -> Arrays.asList(of).contains(r.provenance())).toList();
    }

    private Shown money(Sourced<BigInteger> amount) {
        return Shown.of(amount, minor -> Formats.grouped(Money.ofMinor(minor, terms.currency()).grouped()));
    }

    static Shown day(Sourced<LocalDate> day) {
        return Shown.of(day, Formats::longDate);
    }

    private static String percent(BigDecimal percent) {
        return Formats.inForm(percent.toPlainString() + " %");
    }
}
