package org.prorata.allocation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.prorata.deal.DealTerms;
import org.prorata.deal.Terms;
import org.prorata.payment.PaymentPlan;
import org.prorata.web.NotThere;

/**
 * Finds the calculation of a deal that was the latest at an instant, in one statement. What a calculation says never changes, so the read text is kept;
 * which calculation is the latest is asked of the database every time, so that all nodes agree.
 */
@ApplicationScoped
class Pictures {

    private static final int KEPT = 200;

    @Inject Session session;
    @Inject ObjectMapper json;

    private final Map<String, Picture> latestBySlug = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Picture> eldest) {
            return size() > KEPT;
        }
    });

    /** @param known null: the latest. Before the deal was imported there is nothing: refused as {@link NotThere} */
    Picture of(String slug, Instant known) {
        Picture kept = latestBySlug.get(slug);
        List<Tuple> found = session.createNativeQuery("""
                select d.id, d.opens_on, c.no, c.known, t.digest,
                       case when c.no = :have and d.id = :haveDeal then null else c.body end as body,
                       case when c.no = :have and d.id = :haveDeal then null else t.terms end as terms
                  from deal d
                  join lateral (select no, known, terms_version, body from calculation
                                 where deal_id = d.id and known <= coalesce(cast(:known as timestamptz), 'infinity')
                                 order by no desc limit 1) c on true
                  join deal_terms t on t.deal_id = d.id and t.version = c.terms_version
                 where d.slug = :slug""", Tuple.class)
                .addScalar("id", UUID.class).addScalar("opens_on", LocalDate.class).addScalar("no", Integer.class).addScalar("known", Instant.class)
                .addScalar("digest", String.class).addScalar("body", String.class).addScalar("terms", String.class)
                .setParameter("slug", slug).setParameter("known", known == null ? null : known.toString())
                .setParameter("have", kept == null ? 0 : kept.calculation())
                .setParameter("haveDeal", kept == null ? new UUID(0, 0) : kept.dealId())
                .getResultList();
        if (found.isEmpty()) {
            throw new NotThere();
        }
        Tuple row = found.get(0);
        if (row.get("body") == null) {
            return kept;
        }
        Terms terms = DealTerms.read(row.get("digest", String.class), row.get("terms", String.class));
        Picture picture = new Picture(row.get("id", UUID.class), slug, row.get("opens_on", LocalDate.class), row.get("no", Integer.class),
                row.get("known", Instant.class), terms, PaymentPlan.of(terms), body(row.get("body", String.class)));
        if (known == null) {
            latestBySlug.put(slug, picture);
        }
        return picture;
    }

    private Body body(String text) {
        try {
            return json.readValue(text, Body.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a stored calculation cannot be read", broken);
        }
    }
}
