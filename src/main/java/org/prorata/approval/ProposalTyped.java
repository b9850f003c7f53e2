package org.prorata.approval;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.prorata.web.Problem;

/** What a form for a proposal carries beside the change itself, just as it was typed. */
public abstract class ProposalTyped {

    @RestForm public String reason;
    @RestForm public String reference;
    /** The deal's version that the form was made from. */
    @RestForm public String version;
    /** Makes a form that is sent twice count once. */
    @RestForm public String key;

    /** Without a version that can be read the present one counts. */
    public Approvals.Ask ask(UUID dealId, String kind, JsonNode payload) {
        boolean readable = version != null && version.matches("\\d{1,18}");
        return new Approvals.Ask(dealId, kind, payload, reason, reference, readable ? Long.valueOf(version) : null, key);
    }

    /** The key of the form when it is shown (again): a new one where it has none yet, or its own was used for another proposal. */
    public String keyAgain(List<Problem> problems) {
        boolean used = problems.stream().anyMatch(problem -> "idempotencyKey".equals(problem.field()));
        return used || key == null || key.isBlank() ? UUID.randomUUID().toString() : key;
    }
}
