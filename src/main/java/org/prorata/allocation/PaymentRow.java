package org.prorata.allocation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import org.prorata.calc.DayCount;

/**
 * A payment as a page shows it.
 *
 * @param number  within the deal, from 1
 * @param due     the stated date
 * @param wording the source's words before the date; may be null
 * @param status  of what is not paid, or paid where all is
 * @param sum     of the components that are known; null where none is
 * @param leftOut what the sum lacks
 */
public record PaymentRow(int number, LocalDate due, String wording, CashDay cashDay, Status status, List<ComponentRow> components, Amounts sum, List<LeftOut> leftOut) {

    /**
     * @param kind     principal, interest or fee
     * @param paidOn   the value date, where it is booked by the day looked at
     * @param waitsFor what has to become known before its total can be; null where it is known
     * @param from     the first day that bears interest; null where the total is stated
     * @param mark     of the total
     * @param sliceMark of the slices
     * @param inputs   what the total is made of, each with where it comes from
     */
    public record ComponentRow(String component, String kind, String name, String tranche, Status status, LocalDate paidOn, String waitsFor, LocalDate from, LocalDate to,
            Amounts amounts, Mark mark, Mark sliceMark, List<Input> inputs) {

        /** The days of its period as its day count counts them; null where either is not known. Not in JSON, whose inputs say it. */
        @JsonIgnore
        public Long days() {
            return from == null ? null : inputs.stream().filter(input -> input.what().equals("day count") && input.value() != null).findFirst().flatMap(input -> DayCount.byCode(input.value()))
                    .map(count -> Long.valueOf(count.days(from, to))).orElse(null);
        }

        public boolean interest() {
            return kind.equals("interest");
        }
    }

    /** @param what principal, percent, day count or accrues from; @param value as text, exact; null where it is unknown */
    public record Input(String what, String value, Mark mark) {}

    /** @param waitsFor what has to become known: amount, day count, rate */
    public record LeftOut(int payment, LocalDate due, String component, String name, String waitsFor) {}

    /** Whether the source says "by no later than" and not "on": it may be paid before. */
    public boolean noLaterThan() {
        return wording != null && wording.startsWith("by no later");
    }

    /** Whether there is anything of it left that could be booked as paid. */
    public boolean bookable() {
        return sum != null && status != Status.PAID && status != Status.LAPSED;
    }

    /** Whether anything of it is booked, which can be corrected. */
    public boolean booked() {
        return components.stream().anyMatch(component -> component.paidOn() != null);
    }

    public boolean severalComponents() {
        return components.size() > 1;
    }
}
