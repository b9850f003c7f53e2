package org.prorata.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.prorata.approval.Applied;
import org.prorata.approval.Change;
import org.prorata.register.Cause;
import org.prorata.register.Entry;
import org.prorata.register.Lender;
import org.prorata.web.Problem;

/** A change with a bug: one lender gains what nobody gave. */
@ApplicationScoped
public class LoneEntry implements Change {

    static final String KIND = "sample.lone-entry";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Problem> check(UUID dealId, JsonNode payload) {
        return List.of();
    }

    @Override
    public void apply(Applied applied, JsonNode payload) {
        Entry.append(applied.turn(), applied.proposalId(), List.of(new Entry.Draft(LocalDate.of(2010, 6, 20), Lender.of(applied.dealId(), null).get(0).id(), "reduced", BigInteger.TEN,
                Cause.TRANSFER, applied.reference(), "entered", null)));
    }

    @Override
    public String title(UUID dealId, JsonNode payload) {
        return "Out of nothing";
    }

    @Override
    public Optional<String> form(UUID dealId, String dealSlug, JsonNode payload) {
        return Optional.empty();
    }
}
