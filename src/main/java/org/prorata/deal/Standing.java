package org.prorata.deal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the deal waits for. A deal without signatures and conditions waits for nothing and is effective.
 *
 * @param status the source's own words; null where there are none
 * @param signBy last day to sign, itself included; null or unknown: no last day
 * @param originalMaturity when the loan is due if the deal lapses; may be null
 */
public record Standing(Sourced<String> status, Sourced<LocalDate> signBy, Sourced<LocalDate> originalMaturity, List<Signature> signatures,
        List<Condition> conditions) {

    public static final Standing NOTHING_TO_WAIT_FOR = new Standing(null, null, null, List.of(), List.of());

    public Standing {
        signatures = List.copyOf(signatures);
        conditions = List.copyOf(conditions);
    }

    /**
     * The stage at the end of a day.
     *
     * @param statusDate the earlier of the date looked at and today: nothing is known to have happened, or to have failed to happen, later
     */
    public Stage stage(LocalDate statusDate) {
        if (!allSignedBy(statusDate) || signedTooLate()) {
            return statusDate.isAfter(lastDayToSign()) ? Stage.LAPSED : Stage.INDICATIVE;
        }
        return conditions.stream().allMatch(c -> c.metBy(statusDate)) ? Stage.EFFECTIVE : Stage.DEFINITIVE;
    }

    private boolean allSignedBy(LocalDate day) {
        return signatures.stream().allMatch(s -> s.signedBy(day));
    }

    private boolean signedTooLate() {
        return signatures.stream().anyMatch(s -> s.signed() != null && s.signed().on().isAfter(lastDayToSign()));
    }

    /** The first signature after the last day to sign that an earlier standing did not hold so; such a one does not undo the lapse. */
    Optional<LocalDate> lateSince(Standing before) {
        return signatures.stream().filter(s -> s.signed() != null && !before.signatures.contains(s)).map(s -> s.signed().on())
                .filter(on -> on.isAfter(lastDayToSign())).findFirst();
    }

    private LocalDate lastDayToSign() {
        return signBy == null || !signBy.known() ? LocalDate.MAX : signBy.value();
    }
}
