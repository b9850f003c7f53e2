package org.prorata.register;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.prorata.approval.Turn;
import org.prorata.deal.LenderDetails;
import org.prorata.deal.LenderLine;
import org.prorata.deal.Provenance;

/**
 * A lender of one deal with its names and details as known at one instant. Who it is never changes; its names and details are versions, each since the
 * instant the portal learnt it (rule F14), and none is ever altered.
 *
 * @param seq        its place in register order (the order of first entries, for ever), which settles ties (rule F6)
 * @param handle     the short name that files and addresses use
 * @param since      when the portal learnt these details
 * @param provenance of the details, as is the clause, which may be null
 * @param proposalId that brought these details; null where a file did
 */
public record Lender(UUID id, int seq, String handle, Instant since, LenderDetails details, Provenance provenance, String clause, UUID proposalId) {

    /** A lender's latest version each, in one pass over the primary key, from the deal's last row to its first. */
    /** Joined by the key of the details, lender by lender: right after ten thousand were imported the planner knows nothing of their number, and another way takes minutes. */
    private static final String OF_DEAL = """
            select * from (
              select distinct on (l.id) l.id, l.seq, l.handle, d.known, d.name, d.lei, d.group_name, d.published, cast(d.former_names as text) as former_names,
                     cast(d.contacts as text) as contacts, d.provenance, d.clause, d.proposal_id
                from lender l join lender_detail d on d.deal_id = l.deal_id and d.lender_id = l.id
               where l.deal_id = :deal and l.known <= coalesce(cast(:known as timestamptz), 'infinity') and d.known <= coalesce(cast(:known as timestamptz), 'infinity')
               order by l.id, d.known desc) now_is
             order by seq""";

    /** The deal's lenders known at the instant (null: now), in register order; only those the caller may see. */
    public static List<Lender> of(UUID dealId, Instant known) {
        return session().createNativeQuery(OF_DEAL, Tuple.class)
                .addScalar("id", UUID.class).addScalar("seq", Integer.class).addScalar("handle", String.class).addScalar("known", OffsetDateTime.class)
                .addScalar("name", String.class).addScalar("lei", String.class).addScalar("group_name", String.class).addScalar("published", Boolean.class)
                .addScalar("former_names", String.class).addScalar("contacts", String.class).addScalar("provenance", String.class)
                .addScalar("clause", String.class).addScalar("proposal_id", UUID.class)
                .setParameter("deal", dealId).setParameter("known", known == null ? null : known.toString())
                .getResultList().stream().map(Lender::of).toList();
    }

    private static Lender of(Tuple row) {
        LenderDetails details = new LenderDetails(row.get("name", String.class), row.get("lei", String.class), row.get("group_name", String.class),
                row.get("published", Boolean.class), StoredDetails.formerNames(row.get("former_names", String.class)),
                StoredDetails.contacts(row.get("contacts", String.class)));
        return new Lender(row.get("id", UUID.class), row.get("seq", Integer.class), row.get("handle", String.class),
                row.get("known", OffsetDateTime.class).toInstant(), details, Provenance.byWord(row.get("provenance", String.class)).orElseThrow(),
                row.get("clause", String.class), row.get("proposal_id", UUID.class));
    }

    /**
     * Enters new lenders behind those that are there.
     *
     * @param there how many lenders the deal has
     * @return their ids by handle, in the same order
     */
    static Map<String, UUID> enter(Turn turn, int there, List<LenderLine> lines, UUID proposalId) {
        Map<String, UUID> ids = new LinkedHashMap<>();
        lines.forEach(line -> ids.put(line.id(), UUID.randomUUID()));
        if (!lines.isEmpty()) {
            session().createNativeMutationQuery("""
                    insert into lender (deal_id, id, seq, known, handle, proposal_id)
                    select :deal, id, :there + n, cast(:known as timestamptz), handle, cast(:proposal as uuid)
                      from unnest(cast(:id as uuid[]), cast(:handle as text[])) with ordinality as t (id, handle, n)""")
                    .setParameter("deal", turn.dealId()).setParameter("there", there).setParameter("known", turn.known())
                    .setParameter("proposal", proposalId == null ? null : proposalId.toString())
                    .setParameter("id", ids.values().toArray(UUID[]::new)).setParameter("handle", ids.keySet().toArray(String[]::new))
                    .executeUpdate();
            StoredDetails.append(turn, List.copyOf(ids.values()), lines, proposalId);
        }
        return ids;
    }

    /** Gives a lender other names and details from now on. */
    static void describe(Turn turn, UUID id, LenderLine line, UUID proposalId) {
        StoredDetails.append(turn, List.of(id), List.of(line), proposalId);
    }

    private static Session session() {
        return Panache.getEntityManager().unwrap(Session.class);
    }

    /** As a term-sheet file writes it. */
    LenderLine line() {
        return new LenderLine(handle, details, provenance, clause);
    }

    public String name() {
        return details.name();
    }

    public String group() {
        return details.group();
    }
}
