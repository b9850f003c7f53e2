package org.prorata.payment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.prorata.calc.BusinessDays.Moved;

/**
 * All that the borrower owes on one stated date.
 *
 * @param number  from 1, by stated date over the whole deal; stable, since no term that can be changed moves a stated date
 * @param cashDay the stated date, and the business day on which cash falls due, with the reason where they differ
 * @param wording the source's words before the date, such as "by no later than"; may be null
 */
public record Payment(int number, Moved cashDay, String wording, List<Component> components) {

    /** The stated, unadjusted date (rule F3). */
    public LocalDate due() {
        return cashDay.stated();
    }

    public Optional<Component> component(String id) {
        return components.stream().filter(component -> component.id().equals(id)).findFirst();
    }
}
