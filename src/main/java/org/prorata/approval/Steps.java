package org.prorata.approval;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.prorata.web.BadInput;
import org.prorata.web.Problem;
import org.prorata.web.Refused;

/** The changes of one proposal, one or a bundle's, being made in turn: each is checked, named and applied as the deal stands after those before it. */
final class Steps {

    private final Changes changes;
    private final List<Part> parts;
    private final boolean bundled;
    private final List<String> titles = new ArrayList<>();
    private int checked;

    private Steps(Changes changes, List<Part> parts, boolean bundled) {
        this.changes = changes;
        this.parts = parts;
        this.bundled = bundled;
    }

    /** Refused as {@link BadInput} where a bundle is not laid out as one. */
    static Steps of(Changes changes, String kind, JsonNode payload) {
        boolean bundled = Bundle.KIND.equals(kind);
        return new Steps(changes, bundled ? Bundle.parts(payload) : List.of(new Part(kind, payload, null, null)), bundled);
    }

    List<Part> parts() {
        return parts;
    }

    boolean bundled() {
        return bundled;
    }

    /** Refuses what can be known to be wrong before anything is applied. */
    void checkFirst(UUID dealId) {
        check(dealId, 0);
    }

    private void check(UUID dealId, int at) {
        Part part = parts.get(at);
        List<Problem> problems = within(at, () -> changes.of(part.kind()).check(dealId, part.payload()));
        if (!problems.isEmpty()) {
            throw new BadInput(named(at, problems));
        }
        checked = at + 1;
    }

    /**
     * Makes all the changes. What stands against one is told with its place, as {@link BadInput} or {@link Refused}; the caller then rolls back them all.
     *
     * @return the turn of the last change: each has a turn of its own, whose version and instant tell it from the one before
     */
    Turn apply(Applied applied) {
        Turn turn = applied.turn();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (i > 0) {
                turn = DealVersion.next(applied.dealId());
            }
            if (i >= checked) {
                check(applied.dealId(), i);
            }
            Change change = changes.of(part.kind());
            Applied step = new Applied(turn, applied.proposalId(), applied.madeBy(), applied.approvedBy(), part.reference() == null ? applied.reference() : part.reference());
            titles.add(within(i, () -> {
                String title = change.title(applied.dealId(), part.payload());
                change.apply(step, part.payload());
                return title;
            }));
        }
        return turn;
    }

    private <T> T within(int at, Supplier<T> work) {
        try {
            return work.get();
        } catch (BadInput wrong) {
            throw new BadInput(named(at, wrong.problems()));
        } catch (Refused refused) {
            throw bundled ? new Refused(place(at) + refused.reason(), refused.details()) : refused;
        }
    }

    private String place(int at) {
        return "Change " + (at + 1) + " of " + parts.size() + ": ";
    }

    private List<Problem> named(int at, List<Problem> problems) {
        return bundled ? problems.stream().map(problem -> new Problem(Bundle.field(at, problem.field()), problem.value(), problem.message())).toList() : problems;
    }

    /** What each change was named when it was applied. */
    List<String> titles() {
        return titles;
    }

    String title() {
        return bundled ? Bundle.title(titles) : titles.get(0);
    }
}
