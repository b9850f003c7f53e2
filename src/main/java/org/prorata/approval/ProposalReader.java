package org.prorata.approval;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.prorata.audit.Trail;
import org.prorata.audit.TrailActor;
import org.prorata.identity.Right;
import org.prorata.identity.Viewer;
import org.prorata.identity.Who;
import org.prorata.web.NotThere;
import org.prorata.web.TableFile;

/** Proposals for the one who asks: those of the deals of which he sees all. One of another deal is {@link NotThere}, like one that does not exist. */
@ApplicationScoped
class ProposalReader {

    static final int PAGE = 50;

    @Inject Who who;
    @Inject DealDirectory deals;
    @Inject Approvals approvals;
    @Inject Documents documents;
    @Inject Trail trail;
    @Inject TrailActor actor;

    /** @param older whether more follow */
    record Inbox(List<ProposalRow> rows, boolean older) {}

    /** @param page from 1 */
    @Transactional
    Inbox inbox(int page) {
        Viewer viewer = who.viewer();
        if (!viewer.may(Right.READ_ALL)) {
            throw new NotThere();
        }
        actor.seesOthers(null);
        Viewer.In seen = viewer.where(Right.READ_ALL);
        return rows(seen.all() ? null : seen.named(), page, viewer);
    }

    @Transactional
    Inbox ofDeal(String slug, int page) {
        return rows(Set.of(deal(slug, Right.READ_ALL)), page, who.viewer());
    }

    private Inbox rows(Set<UUID> of, int page, Viewer viewer) {
        List<Proposal> found = Proposal.inbox(of, page - 1, PAGE);
        Map<UUID, DealName> names = new HashMap<>();
        Map<UUID, Long> versions = DealVersion.current(found.stream().map(Proposal::dealId).collect(Collectors.toSet()));
        List<ProposalRow> rows = found.stream().limit(PAGE).filter(proposal -> viewer.seesAll(proposal.dealId()))
                .map(proposal -> row(proposal, names.computeIfAbsent(proposal.dealId(), this::name), versions, viewer)).toList();
        return new Inbox(rows, found.size() > PAGE);
    }

    private record DealName(String slug, String title, ZoneId zone) {}

    private DealName name(UUID deal) {
        return new DealName(deals.slugOf(deal), deals.titleOf(deal), deals.zoneOf(deal));
    }

    private static ProposalRow row(Proposal proposal, DealName deal, Map<UUID, Long> versions, Viewer viewer) {
        return ProposalRow.of(proposal, deal.slug(), deal.title(), deal.zone(), versions.get(proposal.dealId()), viewer);
    }

    /** The deal of that name, where the viewer has this right in it. */
    @Transactional
    UUID deal(String slug, Right right) {
        UUID deal = deals.idOf(slug).filter(id -> who.viewer().may(right, id)).orElseThrow(NotThere::new);
        actor.seesOthers(deal);
        return deal;
    }

    private Proposal read(UUID id) {
        Proposal read = Proposal.byId(id).filter(proposal -> who.viewer().seesAll(proposal.dealId())).orElseThrow(NotThere::new);
        actor.seesOthers(read.dealId());
        return read;
    }

    /** Refused as {@link NotThere} where the viewer does not have this right in the proposal's deal. */
    @Transactional
    void require(Right right, UUID id) {
        if (!who.viewer().may(right, read(id).dealId())) {
            throw new NotThere();
        }
    }

    /** @param lenders which page of lenders the comparison shows, from 1 */
    @Transactional
    ProposalView view(UUID id, int lenders) {
        Viewer viewer = who.viewer();
        Proposal proposal = read(id);
        ProposalRow row = row(proposal, name(proposal.dealId()), DealVersion.current(Set.of(proposal.dealId())), viewer);
        Comparison comparison = documents.comparison(proposal);
        Lineage lineage = Lineage.of(proposal, comparison, documents);
        boolean proposes = viewer.may(Right.PROPOSE, proposal.dealId());
        boolean offer = proposes && (row.stale() || proposal.state() == Proposal.State.REJECTED || proposal.state() == Proposal.State.WITHDRAWN && !lineage.gaveWay());
        return new ProposalView(row, proposal.reference(), proposal.comment(), new ProposalView.May(row.own(), proposes, viewer.may(Right.DECIDE, proposal.dealId())),
                row.stale() ? Decisions.changedSince(proposal.dealId(), proposal.baseVersion()) : List.of(),
                offer ? approvals.form(proposal, row.deal()).orElse(null) : null, lineage, comparison.raised(), comparison.bookedTotals(),
                ComparisonPage.of(comparison, lenders), null, "");
    }

    @Transactional
    ProposalJson json(UUID id) {
        Proposal proposal = read(id);
        boolean stale = proposal.state() == Proposal.State.OPEN && Decisions.stale(proposal);
        Comparison comparison = documents.comparison(proposal);
        return ProposalJson.of(proposal, deals.slugOf(proposal.dealId()), documents.payload(proposal), comparison,
                stale ? Decisions.changedSince(proposal.dealId(), proposal.baseVersion()) : null, Lineage.of(proposal, comparison, documents));
    }

    @Transactional
    Comparison downloaded(UUID id, TableFile kind) {
        Proposal proposal = read(id);
        trail.write("download", proposal.dealId(), "comparison of proposal " + id, Map.of("file", kind.name("comparison")));
        return documents.comparison(proposal);
    }

    /** Whether the proposal is in that state by the viewer's own doing: then the same request once more has nothing left to do. */
    @Transactional
    boolean doneBy(UUID id, Proposal.State state) {
        Proposal proposal = read(id);
        return proposal.state() == state && who.viewer().userId().equals(proposal.decidedBy());
    }
}
