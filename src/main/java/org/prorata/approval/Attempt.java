package org.prorata.approval;

import java.util.List;
import java.util.function.Supplier;
import org.prorata.web.BadInput;
import org.prorata.web.Problem;
import org.prorata.web.Refused;

/**
 * What came of an attempt to propose, for a page that shows itself again with what was typed: exactly one of a proposal, problems, or a refusal.
 *
 * @param made    null where none was
 * @param refused null where no rule stands against it
 */
public record Attempt(Proposal made, List<Problem> problems, Refused refused) {

    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;

    /** Problems of the form as it was shown, before anything was proposed. */
    public static Attempt of(List<Problem> problems, Supplier<Proposal> proposing) {
        if (!problems.isEmpty()) {
            return new Attempt(null, problems, null);
        }
        try {
            return new Attempt(proposing.get(), List.of(), null);
        } catch (BadInput wrong) {
            return new Attempt(null, wrong.problems(), null);
        } catch (Refused refused) {
            return new Attempt(null, List.of(), refused);
        }
    }

    /** The status of the page that is shown again. */
    public int status() {
        return refused == null ? UNPROCESSABLE : CONFLICT;
    }
}
