package org.prorata.allocation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.prorata.allocation.InterestWork.WeightStretch;
import org.prorata.calc.Split;

/**
 * One total of the deal that is split among its lenders: a component of a payment, or the warrants. What it holds does not grow with the number of lenders.
 *
 * @param payment   the payment's number; 0 for warrants
 * @param component the component's id; {@link #WARRANTS} for warrants
 * @param day       whose positions it was split by: the stated or value date of a payment; for warrants the first day on which this holding counts
 * @param total     minor units, or whole warrants; null where it is not yet known
 * @param waitsFor  why the total is not known; null where it is
 * @param fixedOn   the value date once it is booked; else null
 * @param working   how total and split came about; null where the total is not known, and for what was imported as paid
 */
public record Line(int payment, String component, LocalDate day, BigInteger total, WaitsFor waitsFor, LocalDate fixedOn, Working working) {

    public static final String WARRANTS = "warrants";

    /** What has to become known before a total can be. */
    public enum WaitsFor { AMOUNT, DAY_COUNT, RATE, COUNT }

    /**
     * @param stretches   of computed interest; empty for what is stated
     * @param exact       the total before its one rounding, {@code p/q} minor units
     * @param factors     of the weights; empty where a weight is the position itself. Of interest that goes to the holder on the payment date one, of no length:
     *                    the day just before whose payments the positions count; or, where some was exchanged in the period, its stretches
     * @param unitsToGive the residue: how many lenders get one unit more than their exact part rounded down
     * @param holdersOn   of interest that goes to the holder on the payment date: the day just before whose payments the positions count; else null. What was kept
     *                    before exchanges counted has none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Working(List<StretchLine> stretches, String exact, List<WeightStretch> factors, BigInteger weightSum, int unitsToGive, LocalDate holdersOn) {

        /** Of a total split by positions of one moment, or by warrants. */
        static Working of(Split split) {
            return of(split, List.of(), null);
        }

        /** Of a total that is not computed here. */
        static Working of(Split split, List<WeightStretch> factors, LocalDate holdersOn) {
            return new Working(List.of(), split.total().toString(), factors, split.weightSum(), split.unitsToGive(), holdersOn);
        }

        /** The day just before whose payments the positions are the weights of all the interest; null where it is split by what each held through the period. */
        LocalDate toHolderOn() {
            return holdersOn != null ? holdersOn : factors.size() == 1 && factors.get(0).isMoment() ? factors.get(0).from() : null;
        }
    }

    /** @param rate a year, {@code p/q}; @param years the day fraction as a formula such as {@code 30d/365}; @param interest exact, {@code p/q} minor units */
    public record StretchLine(LocalDate from, LocalDate to, int days, BigInteger principal, String rate, String years, String interest) {}

    @JsonIgnore
    public boolean isWarrants() {
        return payment == 0;
    }

    @JsonIgnore
    public boolean isKnown() {
        return total != null;
    }

    @JsonIgnore
    public boolean isFixed() {
        return fixedOn != null;
    }

    /** Is each lender's part kept as positions by stretch, because one position does not explain the weight? */
    @JsonIgnore
    public boolean hasSeveralStretches() {
        return working != null && working.factors().size() > 1;
    }
}
