package org.prorata.allocation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.prorata.deal.DealTerms;
import org.prorata.deal.Terms;
import org.prorata.identity.BehindWalls;
import org.prorata.identity.Viewer;
import org.prorata.payment.PaymentPlan;
import org.prorata.web.NotThere;

/**
 * Finds the calculation of a deal that was the latest at an instant, in one statement. What a calculation says never changes, so the read text is kept;
 * which calculation is the latest is asked of the database every time, so that all nodes agree.
 */
@ApplicationScoped
class Pictures {

    private static final int KEPT = 200;

    @Inject BehindWalls database;
    @Inject ObjectMapper json;

    private final Map<String, Picture> latestBySlug = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Picture> eldest) {
            return size() > KEPT;
        }
    });

    /** @param own the lenders of the deal that the caller acts for and the database lets it see, in register order */
    record Found(Picture picture, List<UUID> own) {}

    private static final String FIND = """
            select d.id, d.opens_on, c.no, c.known, t.digest, case when kept.same then null else c.body end as body, case when kept.same then null else t.terms end as terms,
                   case when kept.same then null else (select cast(json_agg(json_build_array(x.on_date, x.tranche, cast(x.amount as text)) order by x.seq) as text)
                                                         from exchanged x where x.deal_id = d.id and x.known <= c.known) end as exchanged,
                   array(select l.id from lender l where l.deal_id = d.id and l.known <= c.known and l.id = any(walls.lenders) order by l.seq) as own
              from walls cross join deal d
              join lateral (select no, known, terms_version, body from calculation
                             where deal_id = d.id and known <= coalesce(cast(? as timestamptz), 'infinity')
                             order by known desc limit 1) c on true
              join deal_terms t on t.deal_id = d.id and t.version = c.terms_version
             cross join lateral (select d.id = ? and c.no = ? and c.known = cast(? as timestamptz) as same) kept
             where d.slug = ? and (? or d.id = any(cast(? as uuid[])))""";

    /** Of any deal: for one who has been let into it. */
    Found of(String slug, Instant known) {
        return of(slug, known, Viewer.In.ALL);
    }

    /**
     * @param known null: the latest. Before the deal was imported there is nothing: refused as {@link NotThere}
     * @param among the deals it may be: another is refused in the same way, and in the same time, as one that does not exist
     */
    Found of(String slug, Instant known, Viewer.In among) {
        Picture kept = latestBySlug.get(slug);
        Found found = database.read(FIND, rows -> found(rows, slug, kept), known == null ? null : known.toString(),
                kept == null ? null : kept.dealId(), kept == null ? null : kept.calculation(), kept == null ? null : kept.known().toString(), slug, among.all(),
                among.array());
        if (known == null && found.picture() != kept) {
            keep(found.picture());
        }
        return found;
    }

    private Found found(ResultSet rows, String slug, Picture kept) throws SQLException {
        if (!rows.next()) {
            throw new NotThere();
        }
        List<UUID> own = List.of((UUID[]) rows.getArray("own").getArray());
        String body = rows.getString("body");
        if (body == null) {
            return new Found(kept, own);
        }
        Instant since = rows.getObject("known", OffsetDateTime.class).toInstant();
        return new Found(read(new Head(rows.getObject("id", UUID.class), slug, rows.getObject("opens_on", LocalDate.class), rows.getInt("no"), since), rows.getString("digest"),
                rows.getString("terms"), body, rows.getString("exchanged")), own);
    }

    /** Which calculation of which deal a picture is. */
    record Head(UUID dealId, String slug, LocalDate opensOn, int calculation, Instant known) {
        boolean isOf(Picture picture) {
            return picture.dealId().equals(dealId) && picture.calculation() == calculation && picture.known().equals(known);
        }
    }

    /** The kept picture of that calculation; null where none is. */
    Picture kept(Head head) {
        Picture kept = latestBySlug.get(head.slug());
        return kept != null && head.isOf(kept) ? kept : null;
    }

    void keep(Picture latest) {
        latestBySlug.put(latest.slug(), latest);
    }

    /** What the database keeps of a calculation, read. @param exchanged null where nothing was */
    Picture read(Head head, String digest, String terms, String body, String exchanged) {
        Terms read = DealTerms.read(digest, terms);
        return new Picture(head.dealId(), head.slug(), head.opensOn(), head.calculation(), head.known(), read, PaymentPlan.of(read), body(body), exchanged(exchanged));
    }

    /** @param text null where nothing was */
    private List<Picture.Exchanged> exchanged(String text) {
        List<Picture.Exchanged> exchanged = new ArrayList<>();
        try {
            for (JsonNode each : text == null ? json.createArrayNode() : json.readTree(text)) {
                exchanged.add(new Picture.Exchanged(LocalDate.parse(each.get(0).asText()), each.get(1).asText(), new BigInteger(each.get(2).asText())));
            }
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("what was exchanged cannot be read", broken);
        }
        return List.copyOf(exchanged);
    }

    private Body body(String text) {
        try {
            return json.readValue(text, Body.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a stored calculation cannot be read", broken);
        }
    }
}
