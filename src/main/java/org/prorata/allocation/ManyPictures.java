package org.prorata.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.prorata.allocation.Pictures.Head;
import org.prorata.identity.Viewer;

/** Finds the calculations of a page of deals: one statement says which they are, and a second one reads those that are not kept. Within a transaction. */
@ApplicationScoped
class ManyPictures {

    @Inject Session session;
    @Inject Pictures pictures;

    /**
     * The latest, by the deals' names in addresses.
     *
     * @param among those that the caller may enter
     * @param after the name to go on after; empty: from the first
     */
    List<Picture> latest(Viewer.In among, String after, int most) {
        List<Picture> found = of(heads(among, after, most, null));
        found.forEach(pictures::keep);
        return found;
    }

    /** As known at an instant, by deal; one that was not there yet is left out. */
    Map<UUID, Picture> known(Set<UUID> deals, Instant at) {
        Map<UUID, Picture> known = new HashMap<>();
        if (!deals.isEmpty()) {
            of(heads(new Viewer.In(false, deals), "", deals.size(), at)).forEach(picture -> known.put(picture.dealId(), picture));
        }
        return known;
    }

    private List<Head> heads(Viewer.In among, String after, int most, Instant known) {
        return session.createNativeQuery("""
                select d.id, d.slug, d.opens_on, c.no, c.known
                  from deal d
                  join lateral (select no, known from calculation
                                 where deal_id = d.id and known <= coalesce(cast(:known as timestamptz), 'infinity') order by known desc limit 1) c on true
                 where d.slug > :after and (:all or d.id = any(cast(:named as uuid[])))
                 order by d.slug limit :most""", Tuple.class)
                .addScalar("id", UUID.class).addScalar("slug", String.class).addScalar("opens_on", LocalDate.class).addScalar("no", Integer.class).addScalar("known", Instant.class)
                .setParameter("known", known == null ? null : known.toString(), String.class).setParameter("after", after).setParameter("all", among.all())
                .setParameter("named", among.array()).setParameter("most", most).getResultList().stream()
                .map(row -> new Head(row.get(0, UUID.class), row.get(1, String.class), row.get(2, LocalDate.class), row.get(3, Integer.class), row.get(4, Instant.class))).toList();
    }

    private List<Picture> of(List<Head> heads) {
        Map<UUID, Picture> found = new HashMap<>();
        List<Head> missing = new ArrayList<>();
        for (Head head : heads) {
            Picture kept = pictures.kept(head);
            if (kept == null) {
                missing.add(head);
            } else {
                found.put(head.dealId(), kept);
            }
        }
        if (!missing.isEmpty()) {
            read(missing, found);
        }
        return heads.stream().map(head -> found.get(head.dealId())).toList();
    }

    private void read(List<Head> missing, Map<UUID, Picture> found) {
        Map<UUID, Head> byDeal = new HashMap<>();
        missing.forEach(head -> byDeal.put(head.dealId(), head));
        session.createNativeQuery("""
                select c.deal_id, t.digest, t.terms, c.body,
                       (select cast(json_agg(json_build_array(x.on_date, x.tranche, cast(x.amount as text)) order by x.seq) as text)
                          from exchanged x where x.deal_id = c.deal_id and x.known <= c.known) as exchanged
                  from unnest(cast(:deals as uuid[]), cast(:numbers as int[])) as w (deal_id, no)
                  join calculation c using (deal_id, no)
                  join deal_terms t on t.deal_id = c.deal_id and t.version = c.terms_version""", Tuple.class)
                .addScalar("deal_id", UUID.class).addScalar("digest", String.class).addScalar("terms", String.class).addScalar("body", String.class).addScalar("exchanged", String.class)
                .setParameter("deals", missing.stream().map(Head::dealId).toArray(UUID[]::new)).setParameter("numbers", missing.stream().map(Head::calculation).toArray(Integer[]::new))
                .getResultList().forEach(row -> found.put(row.get(0, UUID.class), pictures.read(byDeal.get(row.get(0, UUID.class)), row.get(1, String.class), row.get(2, String.class),
                        row.get(3, String.class), row.get(4, String.class))));
    }
}
