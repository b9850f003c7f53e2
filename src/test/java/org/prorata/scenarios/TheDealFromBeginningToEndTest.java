package org.prorata.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.prorata.Desk;
import org.prorata.Desk.Staffed;
import org.prorata.identity.Visitor;
import org.prorata.web.Today;

/**
 * The real deal from the day before its restructuring to the day after its warrants expired, as its agent might have lived it, every figure on every date that
 * matters held against {@link PaperBook}.
 */
@QuarkusTest
class TheDealFromBeginningToEndTest {

    private static final List<String> LENDERS = List.of("petropavlovsk", "lansdowne-equity-limited", "lansdowne-equity-lp", "lansdowne-strategic", "endeavour", "blackrock");
    private static final LocalDate BEGINNING = LocalDate.of(2010, 6, 10);

    @Inject Desk desk;
    @Inject ObjectMapper json;
    @Inject Today today;

    private final PaperBook paper = new PaperBook(LENDERS);
    private final TreeSet<LocalDate> dates = new TreeSet<>();
    private final Map<String, Map<LocalDate, Map<String, String>>> shownAt = new LinkedHashMap<>();
    private Staffed deal;
    private boolean inForce;
    private LocalDate now = PaperBook.OPENING;

    @AfterEach
    void the_real_date_again() {
        today.pretend(null);
    }

    /** Every month's end, and each event with the day before and the day after it, since that is where figures could change a day too early or too late. */
    private void theDatesThatMatter() {
        for (YearMonth month = YearMonth.of(2010, 6); !month.isAfter(YearMonth.of(2011, 12)); month = month.plusMonths(1)) {
            dates.add(month.atEndOfMonth());
        }
        for (String event : new String[] {"2010-06-10", "2010-06-25", "2010-07-05", "2010-07-10", "2010-07-14", "2010-08-31", "2010-09-10", "2010-09-20", "2010-12-10", "2011-03-10",
                "2011-06-10", "2012-01-10"}) {
            for (int around = -1; around < 2; around++) {
                dates.add(LocalDate.parse(event).plusDays(around));
            }
        }
    }

    @Test
    void every_figure_on_every_date_is_the_one_kept_on_paper() throws Exception {
        theDatesThatMatter();
        today.pretend(now);
        deal = desk.rusoro();
        paper.opens(amounts("20000000.00", "6666666.67", "6666666.67", "6666666.66", "10000000.00", "10000000.00"));
        agrees();
        theRestructuring();
        theFirstSummer();
        whatWasFoundInSeptember();
        theQuartersToTheEnd();
        untilTheWarrantsExpire();
        theLenderSawItsOwn();
        whatWasShownIsShownAgain();
    }

    /** The illustrative shares are replaced before anything is signed; all sign on the last day, the past's interest is told, and the first payment is made on its date. */
    private void theRestructuring() throws Exception {
        Map<String, BigInteger> real = amounts("21000000.01", "6333333.33", "6333333.33", "6333333.34", "11000000.00", "8999999.99");
        paper.opens(real);
        approved("register.opening", shares(null, null, real, null));
        assertThat(export().get("illustrative").asBoolean()).as("every opening position has been entered and approved").isFalse();
        agrees();

        until("2010-06-10");
        approved("deal.standing", """
                {"signatures":[%s],"conditions":[%s]}""".formatted(on10June("agent", "lansdowne-equity-limited", "lansdowne-equity-lp", "lansdowne-strategic", "endeavour", "blackrock", "rusoro"),
                on10June("definitive-agreements", "no-material-adverse-effect", "exchange-acceptance", "representations")));
        inForce = true;
        agrees();
        paper.enters(new BigInteger("123456789"));
        approved("payment.amount", "{\"term\":\"accrued\",\"due\":\"2010-06-10\",\"amount\":\"1,234,567.89\"}");
        agrees();
        books(1, "2010-06-10");
    }

    private static String on10June(String... ids) {
        return Arrays.stream(ids).map(id -> "{\"id\":\"" + id + "\",\"on\":\"2010-06-10\"}").collect(Collectors.joining(","));
    }

    /** A transfer in the middle of two periods at once; the Second Instalment comes five days late; and in the middle of the first quarter a new lender buys. */
    private void theFirstSummer() throws Exception {
        until("2010-06-25");
        transfers("2010-06-25", "endeavour", "blackrock", null, "2500000.00");
        until("2010-07-15");
        books(2, "2010-07-15");
        until("2010-08-31");
        transfers("2010-08-31", "petropavlovsk", "new-fund", "reduced", "3000000.01");
        until("2010-09-10");
        books(3, "2010-09-10");
    }

    /**
     * A transfer comes to light that held since before two booked payments; and the cash of the Second Instalment turns out to have had value a day earlier. What was paid stays
     * paid: only adjustments tell what it should have been.
     */
    private void whatWasFoundInSeptember() throws Exception {
        until("2010-09-20");
        transfers("2010-07-05", "lansdowne-strategic", "blackrock", null, "1000000.00");
        assertThat(adjusted()).as("the late transfer left something due").isNotEmpty();
        until("2010-09-21");
        paper.corrects(2, LocalDate.of(2010, 7, 14));
        approved("payment.correct", "{\"payment\":2,\"valueDate\":\"2010-07-14\"}");
        agrees();
    }

    private void theQuartersToTheEnd() throws Exception {
        until("2010-12-10");
        books(4, "2010-12-10");
        until("2011-03-11");
        books(5, "2011-03-10");                 // known a day later
        until("2011-06-10");
        books(6, "2011-06-10");
        dates.forEach(date -> {
            if (!date.isBefore(LocalDate.of(2011, 6, 10))) {
                PaperBook.TRANCHES.forEach(tranche -> assertThat(Ledger.sum(paper.booked(date, tranche))).as("all is repaid").isZero());
            }
        });
    }

    private void untilTheWarrantsExpire() throws Exception {
        until("2012-01-10");
        assertThat(json.readTree(own("/allocation")).get("warrants").get("state").asText()).isEqualTo("issued");
        until("2012-01-11");
        assertThat(json.readTree(own("/allocation")).get("warrants").get("state").asText()).isEqualTo("expired");
        agrees();
    }

    private void books(int payment, String value) throws Exception {
        paper.books(payment, LocalDate.parse(value));
        approved("payment.book", "{\"payment\":" + payment + ",\"valueDate\":\"" + value + "\"}");
        agrees();
    }

    private void transfers(String on, String from, String to, String tranche, String amount) throws Exception {
        LocalDate day = LocalDate.parse(on);
        String newcomer = paper.lenders().contains(to) ? null : to;
        Map<String, BigInteger> held = new LinkedHashMap<>();
        PaperBook.TRANCHES.stream().filter(each -> tranche == null || each.equals(tranche))
                .forEach(each -> paper.before(day, each).forEach((lender, amounts) -> held.merge(lender, amounts, BigInteger::add)));
        held.merge(from, cents(amount).negate(), BigInteger::add);
        held.merge(to, cents(amount), BigInteger::add);
        paper.transfers(day, from, to, tranche, cents(amount));
        approved("register.move", shares(day, tranche, held, newcomer));
        agrees();
    }

    private void approved(String kind, String payload) {
        Staffed.decides(deal.second(), deal.proposed(kind, payload), "approve").then().statusCode(200);
    }

    private static String shares(LocalDate on, String tranche, Map<String, BigInteger> held, String newcomer) {
        return "{" + (on == null ? "" : "\"on\":\"" + on + "\",") + (tranche == null ? "" : "\"tranche\":\"" + tranche + "\",") + "\"unit\":\"amount\",\"shares\":["
                + held.entrySet().stream().map(each -> "{\"lender\":\"" + each.getKey() + "\"" + (each.getKey().equals(newcomer) ? ",\"name\":\"New Fund L.P.\"" : "")
                        + ",\"value\":\"" + decimal(each.getValue()) + "\"}").collect(Collectors.joining(",")) + "]}";
    }

    /** Time passes: on every date that matters until the given one, every payment says how it stands. */
    private void until(String date) throws Exception {
        for (LocalDate day : dates) {
            if (day.isAfter(now) && !day.isAfter(LocalDate.parse(date))) {
                today.pretend(now = day);
                statusesAgree(day);
                statusesAgree(day.plusDays(40));
            }
        }
        today.pretend(now = LocalDate.parse(date));
    }

    private void statusesAgree(LocalDate on) throws Exception {
        Map<String, String> shown = new TreeMap<>();
        Map<String, String> expected = new TreeMap<>();
        for (JsonNode payment : read("/payments?on=" + on).get("payments")) {
            payment.get("components").forEach(component -> shown.put(payment.get("number").asText() + ":" + component.get("component").asText(), component.get("status").asText()));
        }
        paper.components().forEach(component -> expected.put(component.key(), status(component, on)));
        assertThat(shown).as("on " + on + ", today being " + now).isEqualTo(expected);
    }

    /** Overdue only after the date stated, though cash should have come on the business day before a Saturday (rule F9, the record's assumptions). */
    private String status(PaperBook.Component component, LocalDate on) {
        LocalDate seen = on.isBefore(now) ? on : now;
        LocalDate cash = component.payment() == 2 ? LocalDate.of(2010, 7, 9) : component.due();
        if (paper.isPaid(component) && !paper.valueDate(component.payment()).isAfter(on)) {
            return "paid";
        }
        if (!inForce || seen.isBefore(BEGINNING)) {
            return "to be";
        }
        if (seen.isAfter(component.due())) {
            return "overdue";
        }
        return on.isAfter(component.due()) ? "as if paid" : seen.isBefore(cash) ? "upcoming" : seen.isAfter(cash) ? "not confirmed" : "due";
    }

    /** Every position, slice and warrant of every lender on every date that matters, and what is due beside what was paid. */
    private void agrees() throws Exception {
        JsonNode export = export();
        Map<LocalDate, Map<String, String>> shown = new LinkedHashMap<>();
        for (LocalDate date : dates) {
            shown.put(date, figures(read("/matrix?on=" + date)));
            assertThat(shown.get(date)).as("figures of " + date + ", today being " + now).isEqualTo(onPaper(date));
        }
        shownAt.put(export.get("known").asText(), shown);
        Map<String, String> due = new TreeMap<>();
        paper.components().stream().filter(paper::isPaid).forEach(component -> paper.due(component).forEach((lender, amount) -> {
            BigInteger more = amount.subtract(paper.slices(component).getOrDefault(lender, BigInteger.ZERO));
            if (more.signum() != 0) {
                due.put(component.key() + " " + lender, decimal(more));
            }
        }));
        assertThat(adjusted()).as("adjustments, today being " + now).isEqualTo(due);
        statusesAgree(now);
    }

    private Map<String, String> onPaper(LocalDate on) {
        Map<String, String> figures = new TreeMap<>();
        BigInteger outstanding = BigInteger.ZERO;
        Map<String, BigInteger> all = new LinkedHashMap<>();
        for (String tranche : PaperBook.TRANCHES) {
            paper.booked(on, tranche).forEach((lender, held) -> figures.put("booked:" + tranche + " " + lender, decimal(held)));
            paper.projected(on, tranche).forEach((lender, held) -> figures.put("projected:" + tranche + " " + lender, decimal(held)));
            paper.projected(on, tranche).forEach((lender, held) -> all.merge(lender, held, BigInteger::add));
            outstanding = outstanding.add(Ledger.sum(paper.projected(on, tranche)));
        }
        for (String lender : paper.lenders()) {
            figures.put("projected " + lender, decimal(all.get(lender)));
            figures.put("share " + lender, outstanding.signum() == 0 ? "0" : new BigDecimal(all.get(lender)).movePointRight(2).divide(new BigDecimal(outstanding), 9, RoundingMode.HALF_UP).toPlainString());
            if (!on.isBefore(BEGINNING)) {
                figures.put("warrants " + lender, paper.warrants().get(lender).toString());
            }
            paper.components().forEach(component -> {
                Map<String, BigInteger> slices = paper.slices(component);
                figures.put(component.key() + " " + lender, slices == null ? "not known" : decimal(slices.getOrDefault(lender, BigInteger.ZERO)));
            });
        }
        return figures;
    }

    private static Map<String, String> figures(JsonNode matrix) {
        Map<String, String> figures = new TreeMap<>();
        for (int column = 0; column < matrix.get("columns").size(); column++) {
            JsonNode head = matrix.get("columns").get(column);
            assertThat(head.get("proven").asBoolean()).as(head.toString()).isTrue();
            for (JsonNode row : matrix.get("rows")) {
                JsonNode cell = row.get("cells").get(column);
                figures.put(head.get("key").asText() + " " + row.get("lender").asText(), cell.isNull() ? "not known" : cell.asText());
            }
        }
        return figures;
    }

    private Map<String, String> adjusted() throws Exception {
        Map<String, BigDecimal> sums = new TreeMap<>();
        export().get("adjustments").forEach(each -> sums.merge(each.get("payment").asText() + ":" + each.get("component").asText() + " " + each.get("lender").asText(),
                new BigDecimal(each.get("due").asText()).subtract(new BigDecimal(each.get("before").asText())), BigDecimal::add));
        sums.values().removeIf(sum -> sum.signum() == 0);
        Map<String, String> texts = new TreeMap<>();
        sums.forEach((what, sum) -> texts.put(what, sum.toPlainString()));
        return texts;
    }

    /** Endeavour's own page has the same figures as the agent's table, on every date. */
    private void theLenderSawItsOwn() throws Exception {
        for (LocalDate date : dates) {
            JsonNode own = json.readTree(own("/allocation?on=" + date));
            own.get("principal").get("tranches").forEach(tranche -> {
                String id = tranche.get("id").asText();
                assertThat(tranche.get("own").get("booked").asText()).as(date + " " + id).isEqualTo(decimal(paper.booked(date, id).get("endeavour")));
                assertThat(tranche.get("own").get("projected").asText()).as(date + " " + id).isEqualTo(decimal(paper.projected(date, id).get("endeavour")));
            });
            own.get("payments").forEach(payment -> payment.get("components").forEach(component -> {
                String key = payment.get("number").asText() + ":" + component.get("component").asText();
                PaperBook.Component kept = paper.components().stream().filter(each -> each.key().equals(key)).findFirst().orElseThrow();
                assertThat(component.get("amounts").get("own").asText()).as(date + " " + key).isEqualTo(decimal(paper.slices(kept).get("endeavour")));
            }));
            assertThat(own.get("warrants").get("own").get("count").asText()).isEqualTo(paper.warrants().get("endeavour").toString());
        }
    }

    /** History is never rewritten: each state of knowledge, asked for at the end, shows on every date what it showed then (rule F13). */
    private void whatWasShownIsShownAgain() throws Exception {
        for (String known : shownAt.keySet()) {
            for (LocalDate date : List.of(dates.first(), BEGINNING, LocalDate.of(2010, 7, 14), LocalDate.of(2010, 9, 30), dates.last())) {
                assertThat(figures(read("/matrix?on=" + date + "&known=" + known))).as(date + " as known " + known).isEqualTo(shownAt.get(known).get(date));
            }
        }
    }

    private JsonNode export() throws Exception {
        return read("/export");
    }

    private JsonNode read(String rest) throws Exception {
        return json.readTree(asked(deal.first(), rest));
    }

    private byte[] own(String rest) {
        return asked(deal.endeavour(), rest);
    }

    private byte[] asked(Visitor who, String rest) {
        Response answer = who.asks().get("/api/v1/deals/" + deal.slug() + rest);
        assertThat(answer.statusCode()).as(rest).isEqualTo(200);
        return answer.asByteArray();
    }

    private static Map<String, BigInteger> amounts(String... amounts) {
        Map<String, BigInteger> byLender = new LinkedHashMap<>();
        for (int i = 0; i < amounts.length; i++) {
            byLender.put(LENDERS.get(i), cents(amounts[i]));
        }
        return byLender;
    }

    private static BigInteger cents(String amount) {
        return new BigDecimal(amount).movePointRight(2).toBigIntegerExact();
    }

    private static String decimal(BigInteger cents) {
        return new BigDecimal(cents, 2).toPlainString();
    }
}
