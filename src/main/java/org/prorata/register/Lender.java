package org.prorata.register;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.prorata.approval.Turn;
import org.prorata.deal.LenderDetails;
import org.prorata.deal.LenderLine;
import org.prorata.deal.LenderRules;
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

    private static final String OF_DEAL = """
            select id, seq, handle from lender where deal_id = :deal and known <= coalesce(cast(:known as timestamptz), 'infinity') order by seq""";

    /** Each lender's latest version, in one pass over the primary key. Not joined with the lenders by the database, which may not know yet how many there are. */
    private static final String DETAILS = """
            select distinct on (lender_id) lender_id, known, name, lei, group_name, published, cast(former_names as text) as former_names, cast(contacts as text) as contacts,
                   provenance, clause, proposal_id
              from lender_detail where deal_id = :deal and known <= coalesce(cast(:known as timestamptz), 'infinity')
             order by lender_id desc, known desc""";

    /** The deal's lenders known at the instant (null: now), in register order; only those the caller may see. */
    public static List<Lender> of(UUID dealId, Instant known) {
        Map<Object, Object[]> details = new HashMap<>();
        asked(DETAILS, dealId, known)
                .addScalar("lender_id", UUID.class).addScalar("known", OffsetDateTime.class).addScalar("name", String.class).addScalar("lei", String.class)
                .addScalar("group_name", String.class).addScalar("published", Boolean.class).addScalar("former_names", String.class).addScalar("contacts", String.class)
                .addScalar("provenance", String.class).addScalar("clause", String.class).addScalar("proposal_id", UUID.class)
                .getResultList().forEach(row -> details.put(row[0], row));
        return asked(OF_DEAL, dealId, known).addScalar("id", UUID.class).addScalar("seq", Integer.class).addScalar("handle", String.class)
                .getResultList().stream().map(row -> of((UUID) row[0], (Integer) row[1], (String) row[2], details.get(row[0]))).toList();
    }

    /** Lenders of the deal that have one of these names, compared as {@link LenderRules#plain}, in any version of their details, as their legal or a former name. */
    public static Set<UUID> everNamed(UUID dealId, Set<String> plainNames) {
        Set<UUID> named = new HashSet<>();
        session().createNativeQuery("""
                select distinct d.lender_id, n.name from lender_detail d
                 cross join lateral (select d.name union all select former ->> 'name' from jsonb_array_elements(d.former_names) former) n (name)
                 where d.deal_id = :deal""", Object[].class)
                .addScalar("lender_id", UUID.class).addScalar("name", String.class).setParameter("deal", dealId)
                .getResultList().stream().filter(row -> plainNames.contains(LenderRules.plain((String) row[1]))).forEach(row -> named.add((UUID) row[0]));
        return named;
    }

    private static NativeQuery<Object[]> asked(String sql, UUID dealId, Instant known) {
        return session().createNativeQuery(sql, Object[].class).setParameter("deal", dealId).setParameter("known", known == null ? null : known.toString());
    }

    /** @param detail in the order in which the scalars of {@link #DETAILS} are asked for */
    private static Lender of(UUID id, int seq, String handle, Object[] detail) {
        LenderDetails details = new LenderDetails((String) detail[2], (String) detail[3], (String) detail[4], (Boolean) detail[5],
                StoredDetails.formerNames((String) detail[6]), StoredDetails.contacts((String) detail[7]));
        return new Lender(id, seq, handle, ((OffsetDateTime) detail[1]).toInstant(), details, Provenance.byWord((String) detail[8]).orElseThrow(),
                (String) detail[9], (UUID) detail[10]);
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
