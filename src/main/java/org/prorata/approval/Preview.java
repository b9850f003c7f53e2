package org.prorata.approval;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.prorata.approval.Proposal.Person;
import org.prorata.web.BadInput;
import org.prorata.web.Problem;
import org.prorata.web.Refused;

/** Tries out what is asked for on the deal as it stands, and takes it back (rule F15). */
@ApplicationScoped
class Preview {

    @Inject Changes changes;
    @Inject Figures figures;
    @Inject TryOut tryOut;
    @Inject OneWriter oneWriter;

    /** @param steps the changes, as they were named on the way */
    record Previewed(Comparison comparison, Steps steps, long baseVersion) {
    }

    /** BadInput names what is wrong by field, Refused says which rule stands against it. */
    Previewed of(Approvals.Ask ask, Person by) {
        return oneWriter.of(ask.dealId(), () -> tryOut.run(() -> {
            Turn turn = DealVersion.lock(ask.dealId());
            long base = turn.version() - 1;
            if (ask.baseVersion() != null && ask.baseVersion() != base) {
                throw new Refused("The deal has changed since this form was made. Nothing was saved; what you typed is still here.",
                        Decisions.changedSince(ask.dealId(), ask.baseVersion()));
            }
            Steps steps = Steps.of(changes, ask.kind(), ask.payload());
            refuse(Words.of(ask), steps, ask.dealId());
            Applied applied = new Applied(turn, UUID.randomUUID(), by.name(), "", Words.text(ask.reference()));
            Comparison comparison = figures.compare(ask.dealId(), () -> steps.apply(applied));
            return new Previewed(comparison, steps, base);
        }));
    }

    /** All that is wrong at once: with the words, and with the first change. */
    private static void refuse(List<Problem> words, Steps steps, UUID dealId) {
        try {
            steps.checkFirst(dealId);
        } catch (BadInput wrong) {
            throw words.isEmpty() ? wrong : new BadInput(Stream.concat(words.stream(), wrong.problems().stream()).toList());
        }
        if (!words.isEmpty()) {
            throw new BadInput(words);
        }
    }
}
