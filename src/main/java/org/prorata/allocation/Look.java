package org.prorata.allocation;

import java.math.BigInteger;
import java.time.LocalDate;
import org.prorata.calc.Money;
import org.prorata.deal.Stage;
import org.prorata.deal.Terms;

/**
 * A deal's picture looked at as of the end of one day.
 *
 * @param on    chooses positions, prices, holdings and statuses (rule F16)
 * @param today the deal's: of what lies behind it nothing is known to have happened, or to have failed to happen
 * @param seesAll whether the one who looks sees every lender of the deal
 */
record Look(Picture picture, LocalDate on, LocalDate today, boolean seesAll) {

    static Look of(Entrance.Visit visit) {
        return new Look(visit.picture(), visit.asOf().on(), visit.today(), visit.seesAll());
    }

    Terms terms() {
        return picture.terms();
    }

    Stage stage() {
        return picture.stage(on, today);
    }

    /** Once lapsed the terms never came to be: nothing of them is due, and nothing is projected. */
    boolean lapsed() {
        return stage() == Stage.LAPSED;
    }

    /** The earlier of the day looked at and today. */
    LocalDate statusDate() {
        return on.isBefore(today) ? on : today;
    }

    Money money(BigInteger minor) {
        return minor == null ? null : Money.ofMinor(minor, terms().currency());
    }
}
