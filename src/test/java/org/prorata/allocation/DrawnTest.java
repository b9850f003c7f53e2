package org.prorata.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.prorata.SampleDeal;
import org.prorata.allocation.CashPicture.Bar;
import org.prorata.allocation.PrincipalPicture.Step;
import org.prorata.deal.DealFile;
import org.prorata.deal.TermSheetReader;

/** The drawings of a lender's page say what its tables say. */
class DrawnTest {

    private static final int PETROPAVLOVSK = 0;
    private static final int ENDEAVOUR = 4;
    private static final int BLACKROCK = 5;
    private static final String DAY = "2010-06-10";

    private final DealFile file = TermSheetReader.read(SampleDeal.rusoroText().getBytes(StandardCharsets.UTF_8));
    private final SampleFigures rusoro = SampleFigures.of(file, file.terms());

    private static Drawn drawn(SampleFigures figures, String on, int... lenders) {
        List<LenderRow> rows = java.util.Arrays.stream(lenders).mapToObj(figures.rows()::get).toList();
        Mine mine = new Mine(rows, rows);
        Look look = figures.look(on, DAY);
        return Drawn.of(look, mine, AllocationView.of(look, mine));
    }

    @Test
    void each_step_of_the_principal_is_what_the_table_of_that_day_says() {
        PrincipalPicture principal = drawn(rusoro, DAY, ENDEAVOUR).principal();
        assertThat(principal.steps()).hasSizeGreaterThan(2);
        for (Step step : principal.steps()) {
            PrincipalView.TrancheLine table = rusoro.allocation(step.day().toString(), DAY, ENDEAVOUR).principal().total();
            assertThat(step.own()).isEqualTo(table.own().projected());
            assertThat(step.deal()).isEqualTo(table.dealProjected());
        }
        assertThat(principal.last().own().isZero()).isTrue();
        assertThat(principal.last().ownY()).isEqualByComparingTo("162");
    }

    @Test
    void a_transfer_of_others_adds_no_step_and_the_own_one_does() {
        SampleFigures.Transfer transfer = new SampleFigures.Transfer(LocalDate.parse("2010-06-20"), file.terms().tranches().get(1).id(), ENDEAVOUR, BLACKROCK, "100000000");
        SampleFigures after = SampleFigures.of(file, file.terms(), transfer);
        assertThat(drawn(after, DAY, PETROPAVLOVSK).principal()).isEqualTo(drawn(rusoro, DAY, PETROPAVLOVSK).principal());
        assertThat(drawn(after, DAY, ENDEAVOUR).principal().steps()).extracting(Step::day).contains(transfer.on());
    }

    @Test
    void a_bar_of_cash_is_the_sum_that_the_table_of_payments_shows() {
        CashPicture cash = drawn(rusoro, DAY, ENDEAVOUR).cash();
        List<PaymentRow> rows = rusoro.allocation(DAY, DAY, ENDEAVOUR).payments();
        assertThat(cash.bars()).hasSameSizeAs(rows);
        for (int i = 0; i < rows.size(); i++) {
            Bar bar = cash.bars().get(i);
            assertThat(bar.due()).isEqualTo(rows.get(i).due());
            assertThat(bar.sum()).isEqualTo(rows.get(i).sum() == null ? null : rows.get(i).sum().own());
            assertThat(bar.pieces()).hasSameSizeAs(rows.get(i).components());
        }
    }

    @Test
    void what_is_unknown_is_a_piece_of_its_own_and_never_of_no_length() {
        CashPicture cash = drawn(rusoro, DAY, ENDEAVOUR).cash();
        assertThat(cash.anyUnknown()).isTrue();
        assertThat(cash.bars().stream().flatMap(bar -> bar.pieces().stream()).filter(piece -> !piece.known())).allMatch(piece -> piece.width().signum() > 0);
        List<PaymentRow> rows = rusoro.allocation(DAY, DAY, ENDEAVOUR).payments();
        for (Bar bar : cash.bars()) {
            assertThat(bar.unknown()).isEqualTo(!rows.get(bar.payment() - 1).leftOut().isEmpty());
        }
    }

    @Test
    void each_bend_of_accrued_interest_is_what_the_table_of_that_day_says_and_its_end_what_is_due() {
        SampleFigures.Transfer transfer = new SampleFigures.Transfer(LocalDate.parse("2010-08-20"), file.terms().tranches().get(2).id(), ENDEAVOUR, BLACKROCK, "100000000");
        SampleFigures figures = SampleFigures.of(file, file.terms(), transfer);
        for (String on : List.of("2010-07-01", "2010-08-19", "2010-08-20", "2010-09-09")) {
            List<AccrualPicture> pictures = drawn(figures, on, ENDEAVOUR).accruals();
            assertThat(pictures).isNotEmpty();
            for (AccrualPicture picture : pictures) {
                for (AccrualPicture.Corner corner : picture.corners().subList(0, picture.corners().size() - 1)) {
                    AccrualLine line = figures.allocation(corner.day().toString(), DAY, ENDEAVOUR).interest().stream().filter(each -> each.term().equals(picture.term())).findFirst().orElseThrow();
                    assertThat(corner.own()).as("%s on %s", picture.name(), corner.day()).isEqualTo(line.accrued().own());
                }
                assertThat(picture.corners().get(0).own().isZero()).isTrue();
                assertThat(picture.now().day()).isEqualTo(on);
                assertThat(figures.allocation(on, DAY, ENDEAVOUR).payments().stream().filter(row -> row.due().equals(picture.last().day())).flatMap(row -> row.components().stream())
                        .filter(component -> component.component().equals(picture.term())).map(component -> component.amounts().own())).containsExactly(picture.last().own());
            }
        }
        assertThat(drawn(figures, "2010-07-01", PETROPAVLOVSK).accruals()).isEqualTo(drawn(rusoro, "2010-07-01", PETROPAVLOVSK).accruals());
    }

    @Test
    void there_is_nothing_to_draw_once_the_deal_has_lapsed_or_for_nobody() {
        Drawn nobody = drawn(rusoro, DAY);
        assertThat(nobody.principal()).isNull();
        assertThat(nobody.cash()).isNull();
        Look later = rusoro.look("2010-12-31", "2010-12-31");
        assertThat(later.lapsed()).isTrue();
        Mine mine = new Mine(rusoro.rows(), rusoro.rows());
        assertThat(Drawn.of(later, mine, AllocationView.of(later, mine))).isEqualTo(new Drawn(null, null, List.of()));
    }
}
