package org.prorata.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.prorata.approval.Applied;
import org.prorata.approval.Change;
import org.prorata.approval.Payloads;
import org.prorata.calc.Money;
import org.prorata.deal.Terms;
import org.prorata.deal.Tranche;
import org.prorata.web.BadInput;
import org.prorata.web.Problem;

/**
 * Puts an earlier exchange into shares right, or takes it back: its entry is reversed with the same effective date and the right one written beside it (rule F13),
 * of another date where the date was wrong. What was booked since is split again. Refused: an entry that is no exchange or was taken back already, more than the
 * right lender holds on the right day once the wrong entry is gone, a tranche that the terms do not let be exchanged, nothing changed.
 */
@ApplicationScoped
public class CorrectExchange implements Change {

    public static final String KIND = "register.correct-exchange";

    /**
     * What the exchange should have been; what is left out was right as entered.
     *
     * @param entry     number of the exchange's entry as it stands, after any earlier correction
     * @param takenBack true: nothing was exchanged at all, and nothing else is said
     * @param lender    its handle
     * @param tranche   the one that the terms let be exchanged, or that of the entry
     * @param amount    as typed, above zero, as in {@link ExchangeForm}
     * @param whole     true: all that the lender holds of the tranche that day, and no amount
     * @param on        the effective date
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Form(Long entry, Boolean takenBack, String lender, String tranche, String amount, Boolean whole, LocalDate on) {

        boolean isTakenBack() {
            return Boolean.TRUE.equals(takenBack);
        }

        /** Names of what is said beside the entry and taking it back. */
        private List<String> said() {
            Map<String, Object> said = new LinkedHashMap<>();
            said.put("lender", lender);
            said.put("tranche", tranche);
            said.put("amount", amount);
            said.put("whole", whole);
            said.put("on", on);
            said.values().removeIf(Objects::isNull);
            return List.copyOf(said.keySet());
        }
    }

    /**
     * @param stands null where the number is of no exchange that stands
     * @param right  what there should have been, over positions without the wrong entry; its amount is zero where nothing was exchanged
     * @param on     the right effective date
     */
    record Read(Entry stands, ExchangeReading right, LocalDate on, List<Problem> problems) {
    }

    @Inject Register register;
    @Inject ExchangeReader reader;
    @Inject Payloads payloads;
    @Inject SplitAgain splitAgain;

    @Override
    public String kind() {
        return KIND;
    }

    private Form form(JsonNode payload) {
        Form form = payloads.read(payload, Form.class, "entry is a number, on a date such as 2010-10-01; takenBack and whole are true or false; lender, tranche and amount are texts");
        if (form == null) {
            throw new BadInput("payload", null, "must say entry, and what should have been exchanged or that it is takenBack");
        }
        return form;
    }

    /** The exchange that is entered with that number, if it still counts. */
    static Optional<Entry> standing(UUID dealId, Long seq) {
        return seq == null ? Optional.empty() : Entry.standing(dealId).stream().filter(entry -> entry.seq() == seq && entry.kind() == Cause.EXCHANGE).findFirst();
    }

    Read read(UUID dealId, Form form) {
        return standing(dealId, form.entry()).map(stands -> read(dealId, form, stands)).orElseGet(() -> new Read(null, null, null, List.of(new Problem("entry",
                String.valueOf(form.entry()), "is not an exchange that stands; opening amounts, transfers and payments are corrected by forms of their own"))));
    }

    private Read read(UUID dealId, Form form, Entry stands) {
        Terms terms = register.terms(dealId);
        List<Problem> problems = new ArrayList<>();
        String entered = Money.ofMinor(stands.amount().negate(), terms.currency()).decimal();
        String lender = form.lender() == null || form.isTakenBack() ? handle(dealId, stands.lenderId()) : form.lender();
        boolean asEntered = form.amount() == null && !Boolean.TRUE.equals(form.whole()) || form.isTakenBack();
        LocalDate on = form.on() == null || form.isTakenBack() ? stands.on() : form.on();
        ExchangeForm right = new ExchangeForm(lender, asEntered ? entered : form.amount(), asEntered ? null : form.whole(), on);
        ExchangeReading reading = reader.read(dealId, right, tranche(terms, form, stands, problems), Set.of(stands.seq()), problems);
        if (form.isTakenBack()) {
            return new Read(stands, reading.of(BigInteger.ZERO), on, form.said().stream().map(field -> new Problem(field, null, "stands beside taking it back; leave it out")).toList());
        }
        if (problems.isEmpty() && on.equals(stands.on()) && reading.lender().id().equals(stands.lenderId()) && reading.tranche().id().equals(stands.tranche())
                && reading.amount().equals(stands.amount().negate())) {
            problems.add(new Problem("amount", form.amount(), "and all else is what already stands; nothing would change"));
        }
        return new Read(stands, reading, on, List.copyOf(problems));
    }

    /** Null where it is none that an exchange can be of. */
    private static Tranche tranche(Terms terms, Form form, Entry stands, List<Problem> problems) {
        String id = form.tranche() == null || form.isTakenBack() ? stands.tranche() : form.tranche();
        List<String> possible = tranches(terms, stands);
        if (possible.contains(id)) {
            return terms.tranche(id);
        }
        problems.add(new Problem("tranche", id, "must be one of " + possible));
        return null;
    }

    /** Ids of those that the exchange can have been of: the one that the terms let be exchanged, and the one it was entered in. */
    static List<String> tranches(Terms terms, Entry stands) {
        return Stream.concat(Stream.ofNullable(terms.exchange()).map(exchange -> exchange.tranche()), Stream.of(stands.tranche())).distinct().toList();
    }

    private static String handle(UUID dealId, UUID lender) {
        return lender(dealId, lender).handle();
    }

    static Lender lender(UUID dealId, UUID id) {
        return Lender.of(dealId, null).stream().filter(lender -> lender.id().equals(id)).findFirst().orElseThrow();
    }

    @Override
    public List<Problem> check(UUID dealId, JsonNode payload) {
        return read(dealId, form(payload)).problems();
    }

    /** Without a reference of its own the right entry keeps that of the exchange notice. */
    @Override
    public void apply(Applied applied, JsonNode payload) {
        Read read = read(applied.dealId(), form(payload));
        String reference = applied.reference().isBlank() ? read.stands().reference() : applied.reference();
        Entry.append(applied.turn(), applied.proposalId(), List.of(read.stands().reversal(reference), Entry.Draft.right(read.on(), read.right().lender().id(),
                read.right().tranche().id(), read.right().amount().negate(), Cause.EXCHANGE, reference)));
        splitAgain.after(applied);
    }

    @Override
    public String title(UUID dealId, JsonNode payload) {
        Form form = form(payload);
        Terms terms = register.terms(dealId);
        Read read = read(dealId, form);
        Entry stands = read.stands();
        String entered = Money.ofMinor(stands.amount().negate(), terms.currency()).grouped();
        String of = "the exchange of " + stands.on() + (stands.reference().isBlank() ? "" : " (" + stands.reference() + ")");
        String whose = lender(dealId, stands.lenderId()).name();
        if (form.isTakenBack()) {
            return "Take back " + of + ": " + entered + " of " + terms.tranche(stands.tranche()).name().value() + " of " + whose;
        }
        List<String> changes = new ArrayList<>();
        differing(changes, "", Money.ofMinor(read.right().amount(), terms.currency()).grouped(), entered);
        differing(changes, "of ", read.right().tranche().name().value(), terms.tranche(stands.tranche()).name().value());
        differing(changes, "of ", read.right().lender().name(), whose);
        differing(changes, "on ", read.on().toString(), stands.on().toString());
        return "Correct " + of + (read.right().lender().id().equals(stands.lenderId()) ? " of " + whose : "") + ": " + String.join("; ", changes);
    }

    private static void differing(List<String> changes, String word, String right, String wrong) {
        if (!right.equals(wrong)) {
            changes.add(word + right + ", not " + wrong);
        }
    }

    @Override
    public Optional<String> form(UUID dealId, String dealSlug, JsonNode payload) {
        return Optional.of(CorrectExchangePages.path(dealSlug, form(payload).entry()));
    }
}
