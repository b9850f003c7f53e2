package org.prorata.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.prorata.SampleDeal;
import org.prorata.allocation.PaymentRow.ComponentRow;
import org.prorata.deal.Condition;
import org.prorata.deal.DealFile;
import org.prorata.deal.Fact;
import org.prorata.deal.Signature;
import org.prorata.deal.Standing;
import org.prorata.deal.TermSheetReader;
import org.prorata.deal.Terms;
import org.prorata.web.Csv;

/** What a lender's page says of the real deal, without a database. */
class AllocationViewTest {

    private static final int PETROPAVLOVSK = 0;
    private static final int ENDEAVOUR = 4;

    private final DealFile file = TermSheetReader.read(SampleDeal.rusoroText().getBytes(StandardCharsets.UTF_8));
    private final SampleFigures rusoro = SampleFigures.of(file, file.terms());

    /** Signed on the last day to sign; every condition met then too. */
    private SampleFigures effective() {
        Fact done = new Fact(LocalDate.parse("2010-06-10"), "a letter", null, null);
        Standing s = file.terms().standing();
        Terms terms = file.terms().withStanding(new Standing(s.status(), s.signBy(), s.originalMaturity(),
                s.signatures().stream().map(x -> new Signature(x.id(), x.party(), done)).toList(), s.conditions().stream().map(x -> new Condition(x.id(), x.text(), done)).toList()));
        return SampleFigures.of(file, terms);
    }

    private static ComponentRow component(AllocationView view, int payment, String component) {
        return view.payments().get(payment - 1).components().stream().filter(row -> row.component().equals(component)).findFirst().orElseThrow();
    }

    private static String decimal(Amounts amounts) {
        return amounts.own().decimal() + " of " + amounts.deal().decimal();
    }

    @Test
    void booked_and_projected_principal_are_told_apart() {
        PrincipalView principal = rusoro.allocation("2010-06-10", "2010-06-10", ENDEAVOUR).principal();
        assertThat(principal.total().own().booked().decimal()).isEqualTo("10000000.00");
        assertThat(principal.total().own().projected().decimal()).isEqualTo("7166666.67");      // less its 2,833,333.33 of the First Instalment
        assertThat(principal.total().dealProjected().decimal()).isEqualTo("43000000.00");
        assertThat(principal.total().own().share().exact()).isEqualTo("716666667/4300000000");
        assertThat(principal.total().own().share().percent()).isEqualTo("16.666666674");
    }

    @Test
    void what_is_projected_past_its_day_is_not_confirmed_and_on_its_day_it_is() {
        assertThat(effective().allocation("2010-06-10", "2010-06-10", ENDEAVOUR).principal().total().notConfirmed()).isFalse();
        assertThat(effective().allocation("2010-06-11", "2010-06-11", ENDEAVOUR).principal().total().notConfirmed()).isTrue();
        assertThat(effective().allocation("2010-09-11", "2010-06-10", ENDEAVOUR).principal().total().notConfirmed()).isFalse();
    }

    @Test
    void interest_accrues_by_the_day_first_counted_last_not() {
        AccrualLine second = rusoro.allocation("2010-07-09", "2010-06-10", PETROPAVLOVSK).interest().get(0);
        assertThat(second.days()).isEqualTo(29);
        assertThat(second.accrued().deal().decimal()).isEqualTo(interest("13000000.00", 29));
        assertThat(second.accrued().own().decimal()).isEqualTo(interest("4333333.33", 29));
        assertThat(second.perDay().own().decimal()).isEqualTo(interest("4333333.33", 1));
    }

    /** 10 % a year, ACT/365F, half-up to the cent. */
    private static String interest(String principal, int days) {
        return new BigDecimal(principal).multiply(BigDecimal.valueOf(days)).divide(BigDecimal.valueOf(3650), 2, RoundingMode.HALF_UP).toPlainString();
    }

    @Test
    void interest_that_is_due_no_longer_accrues() {
        assertThat(rusoro.allocation("2010-07-10", "2010-06-10", PETROPAVLOVSK).interest()).extracting(AccrualLine::term).containsExactly("reduced-principal");
        AccrualLine before = rusoro.allocation("2010-06-09", "2010-06-09", PETROPAVLOVSK).interest().get(0);
        assertThat(before.begun()).isFalse();
        assertThat(before.accrued()).isNull();
    }

    @Test
    void a_transfer_moves_own_accrual_and_leaves_the_deals() {
        SampleFigures moved = SampleFigures.of(file, file.terms(), new SampleFigures.Transfer(LocalDate.parse("2010-07-01"), "reduced", PETROPAVLOVSK, ENDEAVOUR, "1000000000"));
        AccrualLine line = moved.allocation("2010-07-31", "2010-06-10", PETROPAVLOVSK).interest().get(0);
        assertThat(line.accrued().deal().decimal()).isEqualTo(interest("30000000.00", 51));
        assertThat(line.accrued().own().decimal()).isEqualTo(interest("10000000.00", 21));       // sold on 1 July: 10 to 30 June
        assertThat(line.perDay().own().decimal()).isEqualTo("0.00");
    }

    @Test
    void the_tenth_of_july_is_a_saturday_and_cash_falls_due_the_day_before() {
        CashDay cash = rusoro.allocation("2010-06-10", "2010-06-10", ENDEAVOUR).payments().get(1).cashDay();
        assertThat(cash.date()).isEqualTo("2010-07-09");
        assertThat(cash.because()).singleElement().satisfies(day -> assertThat(day.weekend()).isTrue());
        assertThat(cash.calendars()).containsExactly("GBLO", "USNY", "CATO");
    }

    @Test
    void an_unknown_component_is_no_zero_and_totals_say_that_they_lack_it() {
        AllocationView view = rusoro.allocation("2010-06-10", "2010-06-10", ENDEAVOUR);
        ComponentRow accrued = component(view, 1, "accrued");
        assertThat(accrued.amounts().deal()).isNull();
        assertThat(accrued.amounts().own()).isNull();
        assertThat(accrued.waitsFor()).isEqualTo("amount");
        assertThat(view.payments().get(0).leftOut()).hasSize(1);
        assertThat(view.totals().leftOut()).extracting(PaymentRow.LeftOut::component).containsExactly("accrued");
        assertThat(decimal(view.totals().principal())).isEqualTo("10000000.00 of 60000000.00");
        assertThat(view.totals().interest().deal().decimal()).isEqualTo("3106849.32");
    }

    @Test
    void what_comes_next_follows_the_day() {
        assertThat(rusoro.allocation("2010-06-10", "2010-06-10", ENDEAVOUR).next().number()).isEqualTo(1);
        NextPayment second = rusoro.allocation("2010-06-11", "2010-06-10", ENDEAVOUR).next();
        assertThat(second.number()).isEqualTo(2);
        assertThat(decimal(second.sum())).isEqualTo("2184474.89 of 13106849.32");                // 2,166,666.67 + 17,808.22
        assertThat(rusoro.allocation("2011-06-11", "2010-06-10", ENDEAVOUR).next()).isNull();
    }

    @Test
    void several_lenders_have_a_part_each_and_their_sum() {
        AllocationView view = rusoro.allocation("2010-06-10", "2010-06-10", 1, 2, 3);
        Amounts slices = component(view, 2, "principal:second").amounts();
        assertThat(slices.parts()).extracting(part -> part.amount().decimal()).containsExactly("1444444.45", "1444444.44", "1444444.44");
        assertThat(slices.own().decimal()).isEqualTo("4333333.33");
        assertThat(view.warrants().own().count()).isEqualTo("10000000");
        assertThat(view.several()).isTrue();
    }

    @Test
    void warrants_cost_their_number_times_the_strike() {
        WarrantsView warrants = rusoro.allocation("2010-06-10", "2010-06-10", PETROPAVLOVSK).warrants();
        assertThat(warrants.state()).isEqualTo("to be");
        assertThat(warrants.own().count()).isEqualTo("10000000");
        assertThat(warrants.own().cost()).isEqualTo("3900000.00");
        assertThat(warrants.deal().cost()).isEqualTo("11700000.00");
        assertThat(effective().allocation("2010-06-10", "2010-06-10", PETROPAVLOVSK).warrants().state()).isEqualTo("issued");
    }

    @Test
    void the_exchange_price_follows_the_day_and_no_number_of_shares_is_made_up() {
        ExchangeView before = rusoro.allocation("2010-06-09", "2010-06-09", PETROPAVLOVSK).exchange();
        assertThat(before.prices()).extracting(ExchangeView.Price::price).containsExactly("1.07", "0.39");
        assertThat(before.prices()).extracting(ExchangeView.Price::inForce).containsExactly(true, false);
        assertThat(rusoro.allocation("2010-06-10", "2010-06-10", PETROPAVLOVSK).exchange().prices()).extracting(ExchangeView.Price::inForce).containsExactly(false, true);
        assertThat(before.rateUnknown()).isTrue();
    }

    @Test
    void until_effective_payments_are_to_be_and_then_they_are_due() {
        assertThat(rusoro.allocation("2010-06-10", "2010-06-10", ENDEAVOUR).payments()).extracting(PaymentRow::status).containsOnly(Status.TO_BE);
        assertThat(statuses("2010-06-10", "2010-06-10")).startsWith(Status.DUE, Status.UPCOMING);
        assertThat(statuses("2010-07-08", "2010-07-08")).startsWith(Status.OVERDUE, Status.UPCOMING);
        assertThat(statuses("2010-07-09", "2010-07-09")).startsWith(Status.OVERDUE, Status.DUE);
        assertThat(statuses("2010-07-10", "2010-07-10")).startsWith(Status.OVERDUE, Status.NOT_CONFIRMED);
        assertThat(statuses("2010-07-11", "2010-07-11")).startsWith(Status.OVERDUE, Status.OVERDUE);
        assertThat(statuses("2010-07-11", "2010-06-10")).startsWith(Status.AS_IF_PAID, Status.AS_IF_PAID, Status.UPCOMING);
    }

    private Stream<Status> statuses(String on, String today) {
        return effective().allocation(on, today, ENDEAVOUR).payments().stream().map(PaymentRow::status);
    }

    @Test
    void once_lapsed_nothing_is_projected_due_or_issued() {
        AllocationView view = rusoro.allocation("2010-07-15", "2010-07-15", ENDEAVOUR);
        assertThat(view.deal().lapsed()).isTrue();
        assertThat(view.principal().total().own().projected()).isEqualTo(view.principal().total().own().booked());
        assertThat(view.payments()).extracting(PaymentRow::status).containsOnly(Status.LAPSED);
        assertThat(view.next()).isNull();
        assertThat(view.interest()).isEmpty();
        assertThat(view.warrants().lapsed()).isTrue();
        assertThat(view.standing().originalMaturity()).isEqualTo("2010-06-10");
        assertThat(rusoro.allocation("2010-07-15", "2010-06-10", ENDEAVOUR).deal().lapsed()).as("not before that day has come").isFalse();
    }

    @Test
    void an_explanation_agrees_with_arithmetic_of_its_own() {
        SampleFigures moved = SampleFigures.of(file, file.terms(), new SampleFigures.Transfer(LocalDate.parse("2010-10-01"), "reduced", PETROPAVLOVSK, ENDEAVOUR, "123456789"));
        Look look = moved.look("2010-06-10", "2010-06-10");
        for (Line line : look.picture().body().lines()) {
            if (line.isKnown()) {
                explainsItself(look, line, moved.rows());
            }
        }
    }

    /** Recomputes with plain whole numbers what the explanation says, from nothing but what it says. */
    private static void explainsItself(Look look, Line line, List<LenderRow> rows) {
        Explained explained = Explained.of(look, new Mine(rows, rows), line);
        TotalExplained total = explained.total();
        BigInteger t = new BigInteger(total.total());
        BigInteger sum = new BigInteger(total.weightSum());
        BigInteger slices = BigInteger.ZERO;
        BigInteger floors = BigInteger.ZERO;
        BigInteger weights = BigInteger.ZERO;
        for (SliceExplained slice : explained.slices()) {
            BigInteger weight = new BigInteger(slice.weight());
            BigInteger[] divided = t.multiply(weight).divideAndRemainder(sum);
            assertThat(slice.floor()).isEqualTo(divided[0].toString());
            assertThat(slice.rank() > 0).isEqualTo(divided[1].signum() != 0);
            assertThat(slice.gotUnit()).isEqualTo(slice.rank() > 0 && slice.rank() <= total.unitsToGive());
            assertThat(slice.slice()).isEqualTo(divided[0].add(slice.gotUnit() ? BigInteger.ONE : BigInteger.ZERO).toString());
            if (!slice.positions().isEmpty()) {
                assertThat(slice.positions().stream().map(p -> new BigInteger(p.position()).multiply(new BigInteger(p.factor()))).reduce(BigInteger.ZERO, BigInteger::add)).isEqualTo(weight);
            }
            slices = slices.add(new BigInteger(slice.slice()));
            floors = floors.add(divided[0]);
            weights = weights.add(weight);
        }
        assertThat(weights).isEqualTo(sum);
        assertThat(slices).isEqualTo(t);
        assertThat(t.subtract(floors)).isEqualTo(BigInteger.valueOf(total.unitsToGive()));
    }

    @Test
    void the_worked_example_comes_to_the_cents_of_the_deal() {
        WorkedExample example = WorkedExample.of(file);
        assertThat(example.exact().shown()).isEqualTo("106,849.315068493…");
        assertThat(example.total().decimal()).isEqualTo("106849.32");
        assertThat(example.rows().stream().map(WorkedExample.Row::slice).reduce((a, b) -> a.plus(b)).orElseThrow()).isEqualTo(example.total());
        ComponentRow ofDeal = component(rusoro.allocation("2010-06-10", "2010-06-10", 0, 1, 2, 3, 4, 5), 2, "second-instalment");
        assertThat(example.rows()).extracting(WorkedExample.Row::slice).isEqualTo(ofDeal.amounts().parts().stream().map(Amounts.Part::amount).toList());
    }

    @Test
    void the_file_has_the_figures_of_the_page() {
        String csv = new String(Csv.of(AllocationTable.of(rusoro.allocation("2010-06-10", "2010-06-10", ENDEAVOUR))), StandardCharsets.UTF_8);
        assertThat(csv).contains("principal,2,2010-07-10,2010-07-09,Second Instalment,lender,Endeavour Financial Corporation,USD,2166666.67,,,illustrative\r\n")
                .contains("Interest accrued and unpaid to 10 June 2010,lender,Endeavour Financial Corporation,USD,,,amount,unknown\r\n")
                .contains(",CAD,1950000.00,");
    }
}
