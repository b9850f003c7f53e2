package org.prorata.deal;

import java.time.LocalDate;

/**
 * A condition of the deal.
 *
 * @param met null: not met
 */
public record Condition(String id, Sourced<String> text, Fact met) {

    public boolean metBy(LocalDate day) {
        return met != null && met.by(day);
    }
}
