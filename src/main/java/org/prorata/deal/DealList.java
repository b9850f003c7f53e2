package org.prorata.deal;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.List;
import java.util.Optional;
import org.prorata.identity.Right;
import org.prorata.identity.Viewer;

/** Deals with their latest terms, read together. */
final class DealList {

    static final int PAGE = 50;

    private static final String LATEST = """
            select d, t from Deal d, DealTerms t
             where t.dealId = d.id and t.version = (select max(x.version) from DealTerms x where x.dealId = d.id)""";

    private static final String AMONG = " and (:all = true or d.id in :named)";

    record Row(Deal deal, DealTerms terms) {
    }

    private DealList() {
    }

    /**
     * As a list: a stream that is not read to its end keeps the connection outside a transaction, and the request that then begins one would wait for a second.
     *
     * @param among the deals it may be: another is not found, in the same way and time as one that does not exist
     */
    static Optional<Row> bySlug(String slug, Viewer.In among) {
        return Panache.getEntityManager().createQuery(LATEST + AMONG + " and d.slug = :slug", Object[].class)
                .setParameter("all", among.all()).setParameter("named", among.named()).setParameter("slug", slug).getResultList().stream().map(DealList::row).findFirst();
    }

    /**
     * The deals the viewer may enter, by name in addresses; one more than a page where more follow.
     *
     * @param after the last name of the page before; empty for the first page
     */
    static List<Row> of(Viewer viewer, String after) {
        Viewer.In entered = viewer.where(Right.READ_DEAL);
        List<Row> rows = Panache.getEntityManager()
                .createQuery(LATEST + AMONG + " and d.slug > :after order by d.slug", Object[].class)
                .setParameter("all", entered.all()).setParameter("named", entered.named()).setParameter("after", after)
                .setMaxResults(PAGE + 1).getResultList().stream().map(DealList::row).toList();
        DealTerms.readTogether(rows.stream().map(Row::terms).toList());
        return rows;
    }

    private static Row row(Object[] found) {
        return new Row((Deal) found[0], (DealTerms) found[1]);
    }
}
