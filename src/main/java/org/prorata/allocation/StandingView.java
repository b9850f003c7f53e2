package org.prorata.allocation;

import java.time.LocalDate;
import java.util.List;
import org.prorata.deal.Fact;
import org.prorata.deal.Standing;

/** How far the deal has come by a day: stage, signatures and conditions, with the day each was given or met. */
public record StandingView(String stage, String status, Mark statusMark, LocalDate signBy, Mark signByMark, LocalDate originalMaturity, Mark maturityMark,
        List<Check> signatures, List<Check> conditions) {

    /** @param on null: not by the day looked at; @param reference of the paper that shows it; may be null */
    public record Check(String id, String text, Mark mark, LocalDate on, String reference) {}

    static StandingView of(Look look) {
        Standing standing = look.terms().standing();
        return new StandingView(look.stage().word(), standing.status() == null ? null : standing.status().value(), Mark.of(standing.status()),
                standing.signBy() == null ? null : standing.signBy().value(), Mark.of(standing.signBy()),
                standing.originalMaturity() == null ? null : standing.originalMaturity().value(), Mark.of(standing.originalMaturity()),
                standing.signatures().stream().map(signature -> check(look, signature.id(), signature.party(), null, signature.signed())).toList(),
                standing.conditions().stream().map(condition -> check(look, condition.id(), condition.text().value(), Mark.of(condition.text()), condition.met())).toList());
    }

    private static Check check(Look look, String id, String text, Mark mark, Fact fact) {
        boolean happened = fact != null && fact.by(look.statusDate());
        return new Check(id, text, mark, happened ? fact.on() : null, happened ? fact.reference() : null);
    }

    public String badge() {
        return switch (stage) {
            case "effective" -> "good";
            case "lapsed" -> "bad";
            default -> "tobe";
        };
    }

    public boolean waits() {
        return !signatures.isEmpty() || !conditions.isEmpty();
    }

    public long signed() {
        return signatures.stream().filter(check -> check.on() != null).count();
    }

    public long met() {
        return conditions.stream().filter(check -> check.on() != null).count();
    }
}
