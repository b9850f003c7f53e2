package org.prorata.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.BigInteger;
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
import org.prorata.web.Today;

/**
 * The real deal from the day before its restructuring to the day after its warrants expired, as its agent might have lived it, every figure on every date that
 * matters held against {@link PaperBook}.
 */
@QuarkusTest
class TheDealFromBeginningToEndTest {

    private static final List<String> LENDERS = List.of("petropavlovsk", "lansdowne-equity-limited", "lansdowne-equity-lp", "lansdowne-strategic", "endeavour", "blackrock");

    @Inject Desk desk;
    @Inject ObjectMapper json;
    @Inject Today today;

    private final PaperBook paper = new PaperBook(LENDERS);
    private final TreeSet<LocalDate> dates = new TreeSet<>();
    private final Map<String, Map<LocalDate, Map<String, String>>> shownAt = new LinkedHashMap<>();
    private final PaperFigures onPaper = new PaperFigures(paper);
    private Staffed deal;
    private ShownByThePortal portal;
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
        portal = new ShownByThePortal(deal, json);
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
        assertThat(portal.export().get("illustrative").asBoolean()).as("every opening position has been entered and approved").isFalse();
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
        assertThat(portal.adjusted()).as("the late transfer left something due").isNotEmpty();
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
        assertThat(portal.endeavours("").get("warrants").get("state").asText()).isEqualTo("issued");
        until("2012-01-11");
        assertThat(portal.endeavours("").get("warrants").get("state").asText()).isEqualTo("expired");
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
                        + ",\"value\":\"" + PaperFigures.decimal(each.getValue()) + "\"}").collect(Collectors.joining(",")) + "]}";
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
        Map<String, String> expected = new TreeMap<>();
        paper.components().forEach(component -> expected.put(component.key(), onPaper.status(component, on, now, inForce)));
        assertThat(portal.statuses(on)).as("on " + on + ", today being " + now).isEqualTo(expected);
    }

    /** Every position, slice and warrant of every lender on every date that matters, and what is due beside what was paid. */
    private void agrees() throws Exception {
        Map<LocalDate, Map<String, String>> shown = new LinkedHashMap<>();
        for (LocalDate date : dates) {
            shown.put(date, portal.figures("?on=" + date));
            assertThat(shown.get(date)).as("figures of " + date + ", today being " + now).isEqualTo(onPaper.figures(date));
        }
        shownAt.put(portal.export().get("known").asText(), shown);
        assertThat(portal.adjusted()).as("adjustments, today being " + now).isEqualTo(onPaper.adjustments());
        statusesAgree(now);
    }

    /** Endeavour's own page has the same figures as the agent's table, on every date. */
    private void theLenderSawItsOwn() throws Exception {
        for (LocalDate date : dates) {
            JsonNode own = portal.endeavours("?on=" + date);
            own.get("principal").get("tranches").forEach(tranche -> {
                String id = tranche.get("id").asText();
                assertThat(tranche.get("own").get("booked").asText()).as(date + " " + id).isEqualTo(PaperFigures.decimal(paper.booked(date, id).get("endeavour")));
                assertThat(tranche.get("own").get("projected").asText()).as(date + " " + id).isEqualTo(PaperFigures.decimal(paper.projected(date, id).get("endeavour")));
            });
            own.get("payments").forEach(payment -> payment.get("components").forEach(component -> {
                String key = payment.get("number").asText() + ":" + component.get("component").asText();
                PaperBook.Component kept = paper.components().stream().filter(each -> each.key().equals(key)).findFirst().orElseThrow();
                assertThat(component.get("amounts").get("own").asText()).as(date + " " + key).isEqualTo(PaperFigures.decimal(paper.slices(kept).get("endeavour")));
            }));
            assertThat(own.get("warrants").get("own").get("count").asText()).isEqualTo(paper.warrants().get("endeavour").toString());
        }
    }

    /** History is never rewritten: each state of knowledge, asked for at the end, shows on every date what it showed then (rule F13). */
    private void whatWasShownIsShownAgain() throws Exception {
        for (String known : shownAt.keySet()) {
            for (LocalDate date : List.of(dates.first(), PaperFigures.IN_FORCE, LocalDate.of(2010, 7, 14), LocalDate.of(2010, 9, 30), dates.last())) {
                assertThat(portal.figures("?on=" + date + "&known=" + known)).as(date + " as known " + known).isEqualTo(shownAt.get(known).get(date));
            }
        }
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
}
