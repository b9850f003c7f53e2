package org.prorata.approval;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.TreeMap;
import org.prorata.web.BadInput;
import org.prorata.web.Problem;

/** The kinds of change that the portal's features offer, by name. */
@ApplicationScoped
class Changes {

    private final TreeMap<String, Change> byKind = new TreeMap<>();

    @Inject
    Changes(@Any Instance<Change> all) {
        for (Change change : all) {
            if (byKind.put(change.kind(), change) != null) {
                throw new IllegalStateException("two changes call themselves " + change.kind());
            }
        }
    }

    Change of(String kind) {
        Change change = kind == null ? null : byKind.get(kind);
        if (change == null) {
            throw new BadInput(List.of(new Problem("kind", kind, "is not a kind of proposal; the kinds are " + String.join(", ", byKind.keySet()) + " and, for several at once, " + Bundle.KIND)));
        }
        return change;
    }
}
