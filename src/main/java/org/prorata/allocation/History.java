package org.prorata.allocation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.prorata.adjustment.Adjustment;
import org.prorata.web.AsOf;

/**
 * What changed in a deal, the latest first: every calculation is one change (rule F14). In one statement; of other lenders the database shows a lender nothing, and
 * a change that was among others alone is not told.
 */
@ApplicationScoped
class History {

    private static final int PAGE = 50;

    @Inject Session session;

    /**
     * One change, and where the portal can be seen as it was just after it.
     *
     * @param calculation its number; null for a lender, as in {@link DealHead}
     * @param since     the calculation before; what became known after it and by this one is this change: one proposal's changes have an instant each
     * @param effective the earliest date the change holds in law; of one that only split again what was paid, the value date of that; null where it has none, as terms do
     * @param causes    of the register's entries: initial, transfer, payment, correction
     * @param corrects  what its corrections correct: initial, transfer, payment, exchange
     * @param booked    numbers of the payments that were booked
     * @param corrected numbers of the payments whose booking was put right
     * @param adjusted  numbers of the adjustments that it made; a lender's are numbered by themselves
     * @param split     numbers of the payments that were split again, which made the adjustments; 0 for warrants
     * @param settled   numbers of the adjustments of which something was settled, likewise
     * @param unsettled numbers of the adjustments of which a settlement was taken back, likewise
     * @param terms     whether terms, conditions, signatures or entered amounts changed
     * @param details   whether names or details of lenders changed
     * @param approval  who proposed and approved it, and why; null for the import, and for a lender
     */
    public record Change(@JsonInclude(JsonInclude.Include.NON_NULL) Integer calculation, Instant known, @JsonIgnore Instant since, LocalDate effective, List<String> causes, List<String> corrects,
            List<Integer> booked, List<Integer> corrected, List<Integer> adjusted, List<Integer> split, List<Integer> settled, List<Integer> unsettled, boolean terms, boolean details,
            Approval approval) {

        public boolean imported() {
            return since == null;
        }

        boolean isOf(Instant instant) {
            return !instant.isAfter(known) && (since == null || instant.isAfter(since));
        }

        /** Behind the question mark of a link that shows the portal at that instant. */
        public String query(LocalDate on) {
            return new AsOf(on, known).query();
        }
    }

    /** @param parts the changes it was made of, in their order; empty where it was one */
    public record Approval(UUID proposal, String title, String reason, String reference, String proposedBy, Instant proposedAt, String approvedBy, Instant approvedAt,
            String comment, List<Part> parts) {}

    /** One of several changes of a proposal. @param reference its own, or the proposal's @param reason its own; empty where the proposal's says it all */
    public record Part(String title, String reference, String reason) {}

    /** @param next the {@code before} of the next page; null where this is the last */
    record Page(List<Change> changes, Instant next) {}

    /**
     * @param lenders whose entries' changes alone, beside those of the whole deal; null: all lenders', which only the agent may ask for
     * @param own     the lenders whose adjustments are numbered by themselves, all that the viewer acts for; null for the agent
     * @param before  only what was known earlier; null: from the latest known
     */
    Page of(Picture picture, List<UUID> lenders, List<UUID> own, Instant before) {
        List<Tuple> found = session.createNativeQuery("""
                select c.no, c.known, p.known as since, coalesce(least(e.first_on, b.first_on, w.first_on, q.first_on, u.first_on), j.first_on) as effective, e.causes, e.corrects, b.payments, w.payments as corrected,
                       j.numbers as adjusted, j.payments as split, q.numbers as settled, u.numbers as unsettled,
                       coalesce(c.terms_version <> p.terms_version, false) as terms, n.details,
                       a.id, a.title, a.reason, a.reference, a.made_by_name, a.made_at, a.decided_by_name, a.decided_at, a.comment
                  from calculation c
                  left join calculation p on p.deal_id = c.deal_id and p.no = c.no - 1
                  left join proposal a on a.deal_id = c.deal_id and a.id = c.proposal_id
                  left join lateral (select min(on_date) as first_on, string_agg(distinct cause, ',') as causes, string_agg(distinct corrects, ',') as corrects from entry
                                      where deal_id = c.deal_id and known <= c.known and known > coalesce(p.known, '-infinity') and (:whole or lender_id = any (cast(:lenders as uuid[])))) e on true
                  left join lateral (select min(value_date) as first_on, string_agg(distinct cast(payment_no as text), ',') as payments from fixed_component
                                      where deal_id = c.deal_id and known <= c.known and known > coalesce(p.known, '-infinity')) b on true
                  left join lateral (select min(value_date) as first_on, string_agg(distinct cast(payment_no as text), ',') as payments from booking_correction
                                      where deal_id = c.deal_id and known <= c.known and known > coalesce(p.known, '-infinity')) w on true
                  left join lateral (select string_agg(distinct cast(s.no as text), ',') as numbers, string_agg(distinct cast(s.payment_no as text), ',') as payments, min(f.value_date) as first_on
                                       from (select distinct s.deal_id, s.no, s.payment_no, s.component, a.known from adjustment a join adjustment_slice s using (deal_id, no)
                                              where a.deal_id = c.deal_id and a.known <= c.known and a.known > coalesce(p.known, '-infinity') and (:whole or s.lender_id = any (cast(:lenders as uuid[])))) s
                                       left join lateral (select coalesce(k.value_date, o.value_date) as value_date from fixed_component o left join booking_correction k
                                                              on (k.deal_id, k.payment_no, k.component, k.booked) = (o.deal_id, o.payment_no, o.component, o.known) and k.known <= s.known
                                                           where (o.deal_id, o.payment_no, o.component) = (s.deal_id, s.payment_no, s.component) and o.known <= s.known
                                                           order by o.known desc, k.known desc nulls last limit 1) f on true) j on true
                  left join lateral (select min(on_date) as first_on, string_agg(distinct cast(no as text), ',') as numbers from settlement
                                      where deal_id = c.deal_id and known <= c.known and known > coalesce(p.known, '-infinity') and (:whole or lender_id = any (cast(:lenders as uuid[])))) q on true
                  left join lateral (select min(t.on_date) as first_on, string_agg(distinct cast(r.no as text), ',') as numbers from settlement_reversal r
                                       join settlement t on (t.deal_id, t.no, t.lender_id, t.known) = (r.deal_id, r.no, r.lender_id, r.settled)
                                      where r.deal_id = c.deal_id and r.known <= c.known and r.known > coalesce(p.known, '-infinity') and (:whole or r.lender_id = any (cast(:lenders as uuid[])))) u on true
                  left join lateral (select exists (select from lender_detail d join lender l on l.deal_id = d.deal_id and l.id = d.lender_id
                                                     where d.deal_id = c.deal_id and d.known <= c.known and d.known > coalesce(p.known, '-infinity') and l.known < d.known
                                                       and (:whole or d.lender_id = any (cast(:lenders as uuid[])))) as details) n on true
                 where c.deal_id = :deal and c.no <= :latest and c.known < cast(:before as timestamptz)
                   and (:whole or c.no = 1 or e.causes is not null or b.payments is not null or w.payments is not null or j.numbers is not null or q.numbers is not null or u.numbers is not null
                        or c.terms_version <> p.terms_version or n.details)
                 order by c.no desc limit :limit""", Tuple.class)
                .addScalar("no", Integer.class).addScalar("known", OffsetDateTime.class).addScalar("since", OffsetDateTime.class).addScalar("effective", LocalDate.class).addScalar("causes", String.class).addScalar("corrects", String.class)
                .addScalar("payments", String.class).addScalar("corrected", String.class).addScalar("adjusted", String.class).addScalar("split", String.class).addScalar("settled", String.class).addScalar("unsettled", String.class).addScalar("terms", Boolean.class).addScalar("details", Boolean.class).addScalar("id", UUID.class).addScalar("title", String.class)
                .addScalar("reason", String.class).addScalar("reference", String.class).addScalar("made_by_name", String.class).addScalar("made_at", OffsetDateTime.class)
                .addScalar("decided_by_name", String.class).addScalar("decided_at", OffsetDateTime.class).addScalar("comment", String.class)
                .setParameter("deal", picture.dealId()).setParameter("latest", picture.calculation()).setParameter("before", before == null ? "infinity" : before.toString())
                .setParameter("whole", lenders == null).setParameter("lenders", array(lenders)).setParameter("limit", PAGE + 1)
                .getResultList();
        List<Integer> numbers = own == null ? null : Adjustment.numbersOf(picture.dealId(), own);
        Map<UUID, List<Part>> parts = parts(picture.dealId(), found);
        List<Change> changes = found.stream().map(row -> change(picture, row, numbers, parts)).toList();
        return changes.size() <= PAGE ? new Page(changes, null) : new Page(changes.subList(0, PAGE), changes.get(PAGE - 1).known());
    }

    /** By proposal; the database shows a lender none. */
    private Map<UUID, List<Part>> parts(UUID dealId, List<Tuple> changes) {
        List<UUID> proposals = changes.stream().map(row -> row.get("id", UUID.class)).filter(Objects::nonNull).toList();
        if (proposals.isEmpty()) {
            return Map.of();
        }
        List<Tuple> found = session.createNativeQuery("select proposal_id, title, reference, reason from proposal_part where deal_id = :deal and proposal_id = any (cast(:proposals as uuid[])) order by no",
                Tuple.class).addScalar("proposal_id", UUID.class).addScalar("title", String.class).addScalar("reference", String.class).addScalar("reason", String.class)
                .setParameter("deal", dealId).setParameter("proposals", array(proposals)).getResultList();
        return found.stream().collect(Collectors.groupingBy(row -> row.get("proposal_id", UUID.class),
                Collectors.mapping(row -> new Part(row.get("title", String.class), row.get("reference", String.class), row.get("reason", String.class)), Collectors.toList())));
    }

    private static String array(List<UUID> lenders) {
        return lenders == null ? "{}" : lenders.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    /** @param own null: adjustments go by the deal's numbers, and so do calculations */
    private static Change change(Picture picture, Tuple row, List<Integer> own, Map<UUID, List<Part>> parts) {
        OffsetDateTime since = row.get("since", OffsetDateTime.class);
        return new Change(own == null ? row.get("no", Integer.class) : null, row.get("known", OffsetDateTime.class).toInstant(), since == null ? null : since.toInstant(), effective(picture, row),
                words(row, "causes"), words(row, "corrects"), numbers(row, "payments"), numbers(row, "corrected"), own(numbers(row, "adjusted"), own), numbers(row, "split"),
                own(numbers(row, "settled"), own), own(numbers(row, "unsettled"), own), row.get("terms", Boolean.class),
                row.get("details", Boolean.class), approval(row, parts));
    }

    /** Warrants that alone were issued again were due on their issue date. */
    private static LocalDate effective(Picture picture, Tuple row) {
        LocalDate effective = row.get("effective", LocalDate.class);
        return effective == null && numbers(row, "split").contains(Adjustment.WARRANTS) ? picture.terms().warrants().issueDate().value() : effective;
    }

    private static List<String> words(Tuple row, String column) {
        String words = row.get(column, String.class);
        return words == null ? List.of() : List.of(words.split(","));
    }

    private static List<Integer> numbers(Tuple row, String column) {
        String numbers = row.get(column, String.class);
        return numbers == null ? List.of() : Arrays.stream(numbers.split(",")).map(Integer::valueOf).sorted().toList();
    }

    private static List<Integer> own(List<Integer> numbers, List<Integer> own) {
        return own == null ? numbers : numbers.stream().map(number -> own.indexOf(number) + 1).toList();
    }

    private static Approval approval(Tuple row, Map<UUID, List<Part>> parts) {
        return row.get("id") == null ? null : new Approval(row.get("id", UUID.class), row.get("title", String.class), row.get("reason", String.class),
                row.get("reference", String.class), row.get("made_by_name", String.class), row.get("made_at", OffsetDateTime.class).toInstant(),
                row.get("decided_by_name", String.class), row.get("decided_at", OffsetDateTime.class).toInstant(), row.get("comment", String.class),
                parts.getOrDefault(row.get("id", UUID.class), List.of()));
    }
}
