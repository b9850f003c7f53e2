package org.prorata.allocation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.prorata.allocation.Facts.ComponentKey;
import org.prorata.allocation.LenderRow.OwnAdjustment;
import org.prorata.allocation.LenderRow.OwnEntry;
import org.prorata.allocation.LenderRow.OwnSlice;
import org.prorata.calc.Fraction;
import org.prorata.register.StoredDetails;

/** Reads lenders' own rows of calculations, in one statement whatever their number and that of the deals. No split is computed. */
@ApplicationScoped
class LenderRows {

    @Inject Session session;
    @Inject ObjectMapper json;

    /** The given lenders, in register order. The database shows the caller no others, whatever is asked. */
    List<LenderRow> of(Picture picture, Collection<UUID> lenders) {
        return of(List.of(picture), lenders).getOrDefault(picture.dealId(), List.of());
    }

    /** The same of several deals, by deal; one in which none of them lends is left out. */
    Map<UUID, List<LenderRow>> of(List<Picture> pictures, Collection<UUID> lenders) {
        return read(pictures, lenders.toArray(UUID[]::new), null);
    }

    /** Every lender of the deal, for one who keeps it. */
    List<LenderRow> all(Picture picture) {
        return read(List.of(picture), null, null).getOrDefault(picture.dealId(), List.of());
    }

    /** The lender of that handle; empty where there is none that the caller may see. */
    Optional<LenderRow> byHandle(Picture picture, String handle) {
        return read(List.of(picture), new UUID[0], handle).values().stream().flatMap(List::stream).findFirst();
    }

    private Map<UUID, List<LenderRow>> read(List<Picture> pictures, UUID[] lenders, String handle) {
        List<Tuple> found = session.createNativeQuery("""
                select l.deal_id, l.id, l.seq, l.handle, d.name, cast(d.former_names as text) as former_names, d.group_name, cast(f.slices as text) as slices, cast(f.weights as text) as weights,
                       cast(f.ranks as text) as ranks, cast(f.carries as text) as carries, cast(f.positions as text) as positions,
                       (select cast(json_agg(json_build_array(e.on_date, e.known, e.tranche, cast(e.amount as text), e.cause, e.reference, e.payment_no, e.corrects,
                                                              e.seq, e.reverses) order by e.seq) as text)
                          from entry e where e.deal_id = l.deal_id and e.lender_id = l.id and e.known <= p.known) as entries,
                       (select cast(json_agg(json_build_array(s.payment_no, s.component, cast(s.slice as text), s.exact, cast(s.weight as text), s.carry, s.rank,
                                                              cast(s.positions as text))) as text)
                          from fixed_slice s
                         where s.deal_id = l.deal_id and s.lender_id = l.id and s.booked <= p.known
                           and not exists (select from booking_correction b
                                            where (b.deal_id, b.payment_no, b.component, b.booked) = (s.deal_id, s.payment_no, s.component, s.booked)
                                              and b.value_date is null and b.known <= p.known)) as fixed,
                       (select cast(json_agg(json_build_array(a.no, a.known, s.payment_no, s.component, cast(s.before as text), cast(s.due as text), t.on_date, t.how)
                                             order by a.no, s.payment_no, s.component) as text)
                          from adjustment_slice s join adjustment a using (deal_id, no)
                          left join settlement t on t.deal_id = s.deal_id and t.no = s.no and t.lender_id = s.lender_id and t.known <= p.known
                               and not exists (select from settlement_reversal r
                                                where (r.deal_id, r.no, r.lender_id, r.settled) = (t.deal_id, t.no, t.lender_id, t.known) and r.known <= p.known)
                         where s.deal_id = l.deal_id and s.lender_id = l.id and a.known <= p.known) as adjusted
                  from unnest(cast(:deals as uuid[]), cast(:numbers as int[]), cast(:knowns as timestamptz[])) as p (deal_id, no, known)
                  join lender l on l.deal_id = p.deal_id
                  join lateral (select name, former_names, group_name from lender_detail
                                 where deal_id = l.deal_id and lender_id = l.id and known <= p.known order by known desc limit 1) d on true
                  left join lender_figures f on f.deal_id = l.deal_id and f.lender_id = l.id and f.calculation_no = p.no
                 where l.known <= p.known and (:all or l.id = any(cast(:lenders as uuid[])) or l.handle = :handle)
                 order by l.seq""", Tuple.class)
                .addScalar("deal_id", UUID.class).addScalar("id", UUID.class).addScalar("seq", Integer.class).addScalar("handle", String.class).addScalar("name", String.class)
                .addScalar("former_names", String.class).addScalar("group_name", String.class).addScalar("slices", String.class)
                .addScalar("weights", String.class).addScalar("ranks", String.class).addScalar("carries", String.class)
                .addScalar("positions", String.class).addScalar("entries", String.class).addScalar("fixed", String.class).addScalar("adjusted", String.class)
                .setParameter("deals", pictures.stream().map(Picture::dealId).toArray(UUID[]::new)).setParameter("numbers", pictures.stream().map(Picture::calculation).toArray(Integer[]::new))
                .setParameter("knowns", pictures.stream().map(picture -> picture.known().toString()).toArray(String[]::new))
                .setParameter("handle", handle == null ? "" : handle).setParameter("all", lenders == null).setParameter("lenders", lenders == null ? new UUID[0] : lenders)
                .getResultList();
        Map<UUID, Picture> byDeal = pictures.stream().collect(Collectors.toMap(Picture::dealId, Function.identity()));
        Map<UUID, List<LenderRow>> rows = new HashMap<>();
        for (Tuple row : found) {
            UUID deal = row.get("deal_id", UUID.class);
            rows.computeIfAbsent(deal, none -> new ArrayList<>()).add(row(byDeal.get(deal), row));
        }
        return rows;
    }

    private LenderRow row(Picture picture, Tuple row) {
        return new LenderRow(row.get("id", UUID.class), row.get("seq", Integer.class), row.get("handle", String.class), row.get("name", String.class),
                StoredDetails.formerNames(row.get("former_names", String.class)), row.get("group_name", String.class), entries(row.get("entries", String.class)), slices(picture, row),
                adjusted(row.get("adjusted", String.class)));
    }

    private List<OwnEntry> entries(String text) {
        List<OwnEntry> entries = new ArrayList<>();
        for (JsonNode entry : tree(text)) {
            entries.add(new OwnEntry(entry.get(8).asLong(), LocalDate.parse(entry.get(0).asText()), instant(entry.get(1).asText()), entry.get(2).asText(),
                    new BigInteger(entry.get(3).asText()), entry.get(4).asText(), entry.get(5).asText(), entry.get(6).isNull() ? null : entry.get(6).asInt(),
                    entry.get(7).isNull() ? null : entry.get(7).asText(), entry.get(9).isNull() ? null : entry.get(9).asLong()));
        }
        return List.copyOf(entries);
    }

    private List<OwnAdjustment> adjusted(String text) {
        List<OwnAdjustment> adjusted = new ArrayList<>();
        for (JsonNode slice : tree(text)) {
            adjusted.add(new OwnAdjustment(slice.get(0).asInt(), instant(slice.get(1).asText()), slice.get(2).asInt(), slice.get(3).asText(), new BigInteger(slice.get(4).asText()),
                    new BigInteger(slice.get(5).asText()), slice.get(6).isNull() ? null : LocalDate.parse(slice.get(6).asText()), slice.get(7).isNull() ? null : slice.get(7).asText()));
        }
        return List.copyOf(adjusted);
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private Map<Line, OwnSlice> slices(Picture picture, Tuple row) {
        Map<ComponentKey, OwnSlice> fixed = new HashMap<>();
        for (JsonNode slice : tree(row.get("fixed", String.class))) {
            fixed.put(new ComponentKey(slice.get(0).asInt(), slice.get(1).asText()), new OwnSlice(new BigInteger(slice.get(2).asText()),
                    Fraction.parse(slice.get(3).asText()), slice.get(4).isNull() ? null : new BigInteger(slice.get(4).asText()),
                    slice.get(5).isNull() ? null : Fraction.parse(slice.get(5).asText()), slice.get(6).isNull() ? null : slice.get(6).asInt(),
                    wholes(slice.get(7).asText())));
        }
        List<String> slices = array(row.get("slices", String.class));
        List<String> weights = array(row.get("weights", String.class));
        List<String> ranks = array(row.get("ranks", String.class));
        List<String> carries = array(row.get("carries", String.class));
        List<BigInteger> positions = wholes(row.get("positions", String.class));
        Map<Line, OwnSlice> own = new IdentityHashMap<>();          // the lines are this picture's own
        int open = 0;
        int position = 0;
        for (Line line : picture.body().lines()) {
            if (line.isFixed()) {
                own.put(line, fixed.getOrDefault(LenderRow.key(line), new OwnSlice(BigInteger.ZERO, Fraction.ZERO, null, null, null, List.of())));
                continue;
            }
            int stretches = line.hasSeveralStretches() ? line.working().factors().size() : 0;
            if (line.isKnown() && open < slices.size()) {
                BigInteger weight = new BigInteger(weights.get(open));
                BigInteger weightSum = line.working().weightSum();
                Fraction exact = weightSum.signum() == 0 ? Fraction.ZERO : Fraction.of(line.total().multiply(weight), weightSum);
                own.put(line, new OwnSlice(new BigInteger(slices.get(open)), exact, weight, Fraction.parse(carries.get(open)), Integer.parseInt(ranks.get(open)),
                        List.copyOf(positions.subList(position, position + stretches))));
            }
            position += stretches;
            open++;
        }
        return own;
    }

    /** The elements of an array as PostgreSQL writes one of numbers or fractions. */
    private static List<String> array(String text) {
        return text == null || text.length() == 2 ? List.of() : List.of(text.substring(1, text.length() - 1).split(","));
    }

    private static List<BigInteger> wholes(String text) {
        return array(text).stream().map(BigInteger::new).toList();
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text == null ? "[]" : text);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a lender's rows cannot be read", broken);
        }
    }
}
