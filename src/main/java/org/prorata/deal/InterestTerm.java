package org.prorata.deal;

import java.util.List;
import java.time.LocalDate;
import org.prorata.calc.DayCount;

/**
 * A computed interest term of one tranche. Its components share one carry (F6).
 *
 * @param id short and lower case, unique among interest and stated terms: it is the component's id
 * @param tranche id of the tranche whose outstanding principal bears the interest
 * @param dayCount may be unknown; then nothing of this term is computed
 * @param accruesFrom first day that counts; always known
 * @param rates by date; the first is in force when accrual starts
 * @param dates when it is paid; always known
 */
public record InterestTerm(String id, Sourced<String> name, String tranche, Sourced<DayCount> dayCount,
        Sourced<LocalDate> accruesFrom, List<RateStep> rates, Sourced<Dates> dates) {

    public InterestTerm {
        rates = List.copyOf(rates);
    }

    public InterestTerm withDayCount(Sourced<DayCount> changed) {
        return new InterestTerm(id, name, tranche, changed, accruesFrom, rates, dates);
    }

    public InterestTerm withAccruesFrom(Sourced<LocalDate> changed) {
        return new InterestTerm(id, name, tranche, dayCount, changed, rates, dates);
    }

    /** Are all rates known that are in force before that day? */
    public boolean ratesKnownUntil(LocalDate end) {
        return rates.stream().allMatch(step -> step.percentPerYear().known() || !step.from().isBefore(end));
    }

    /** The last stated date on which this term is paid. */
    public LocalDate lastDue() {
        Dates d = dates.value();
        return d.until() != null ? d.until() : d.listed().get(d.listed().size() - 1);
    }
}
