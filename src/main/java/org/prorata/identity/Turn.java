package org.prorata.identity;

import io.quarkus.security.ForbiddenException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Changes of users are made one at a time, each by one who is an administrator still when its turn has come. */
@ApplicationScoped
class Turn {

    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(4, 0) is not null";
    private static final String ADMINISTERS = "select prorata_is_administrator(?, ?, ?)";

    @Inject
    Rows rows;
    @Inject
    Who who;

    /** Until the caller's transaction ends nobody else changes users; who lost the right while waiting is refused as forbidden. */
    void take(Side side) {
        rows.is(ONE_AT_A_TIME);
        Viewer viewer = who.viewer();
        if (side == Side.AGENT) {
            check(viewer.userId(), null, null);
        } else {
            lenders(viewer).forEach((lender, deal) -> check(viewer.userId(), deal, lender));
        }
    }

    private void check(UUID user, UUID deal, UUID lender) {
        if (!rows.is(ADMINISTERS, user, deal, lender)) {
            throw new ForbiddenException();
        }
    }

    /** The lenders whose users it manages, each with its deal. */
    static Map<UUID, UUID> lenders(Viewer viewer) {
        Map<UUID, UUID> deals = new HashMap<>();
        viewer.administered().forEach((deal, lenders) -> lenders.forEach(lender -> deals.put(lender, deal)));
        return deals;
    }
}
