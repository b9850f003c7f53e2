package org.prorata.overview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.prorata.adjustment.OpenByDeal;
import org.prorata.allocation.Glance;
import org.prorata.allocation.Glances;
import org.prorata.approval.OpenProposals;
import org.prorata.audit.TrailActor;
import org.prorata.identity.LastVisit;
import org.prorata.identity.Right;
import org.prorata.identity.UserCounts;
import org.prorata.identity.Viewer;
import org.prorata.identity.Who;

/** Reads the first page for the one who asks, in a number of statements that does not grow with the deals. Within a transaction. */
@ApplicationScoped
class OverviewReader {

    @Inject Who who;
    @Inject Glances glances;
    @Inject LastVisit lastVisit;
    @Inject OpenProposals proposals;
    @Inject OpenByDeal adjustments;
    @Inject UserCounts users;
    @Inject TrailActor actor;

    /** @param after the last deal's name of the page before; null for the first page */
    OverviewView read(String after) {
        Viewer viewer = who.viewer();
        Instant since = viewer.anyLender() ? lastVisit.of(viewer.userId()).orElse(null) : null;
        Glances.Page page = glances.of(viewer, after, since);
        List<Glance> kept = page.glances().stream().filter(glance -> viewer.seesAll(glance.dealId())).toList();
        return new OverviewView(since, page.glances().stream().filter(glance -> !glance.lenders().isEmpty()).map(OwnDeal::of).toList(), tasks(viewer, kept),
                kept.stream().map(DealLine::of).toList(),
                page.glances().stream().filter(glance -> !viewer.seesAll(glance.dealId()) && glance.lenders().isEmpty()).map(DealLine::of).toList(),
                viewer.may(Right.ADMINISTER) ? users.count() : null, page.next(), viewer.where(Right.IMPORT).all(), viewer.anyAgent());
    }

    private List<Task> tasks(Viewer viewer, List<Glance> kept) {
        if (kept.isEmpty()) {
            return List.of();
        }
        actor.seesOthers(null);
        Map<UUID, OpenProposals.Named> named = new LinkedHashMap<>();
        kept.forEach(glance -> named.put(glance.dealId(), new OpenProposals.Named(glance.head().deal(), glance.head().title(), glance.head().zoneId())));
        List<Task> tasks = new ArrayList<>();
        OpenProposals.Open waiting = proposals.of(named, viewer);
        waiting.rows().forEach(row -> tasks.add(Tasks.of(row, viewer.anyAgent())));
        Map<UUID, OpenByDeal.Open> open = adjustments.of(named.keySet());
        kept.forEach(glance -> tasks.addAll(Tasks.of(glance, viewer.may(Right.PROPOSE, glance.dealId()), open.get(glance.dealId()), waiting.more().getOrDefault(glance.dealId(), 0))));
        tasks.sort(Comparator.comparing(Task::kind).thenComparing(Task::on, Comparator.nullsLast(Comparator.naturalOrder())));
        return List.copyOf(tasks);
    }
}
