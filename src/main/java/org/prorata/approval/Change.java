package org.prorata.approval;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.prorata.web.Problem;

/**
 * One kind of thing the agent can change. A feature implements it as an application-scoped bean.
 *
 * <p>{@link #check} names what is wrong with the input, field by field; {@link #apply} may still refuse by a rule ({@code web.Refused}) that shows
 * only once everything is recomputed, and then nothing is written.
 */
public interface Change {

    /** Its name in proposals, a dotted word such as {@code register.move}. */
    String kind();

    /** Everything wrong with the payload as the deal stands now; empty where it can be applied. */
    List<Problem> check(UUID dealId, JsonNode payload);

    /** Writes what the payload says. Called with the deal locked, inside the transaction that approves, or that previews and is rolled back. */
    void apply(Applied applied, JsonNode payload);

    /** One plain line for lists and the trail. */
    String title(UUID dealId, JsonNode payload);

    /**
     * Where the form for this is that can take up what a proposal says, as a path; the query {@code from} names the proposal there. Empty where no page
     * of the portal makes such proposals.
     */
    default Optional<String> form(UUID dealId, String dealSlug, JsonNode payload) {
        return Optional.empty();
    }
}
