package org.prorata.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.prorata.SampleDeal;
import org.prorata.allocation.MatrixPicture.Band;
import org.prorata.allocation.MatrixPicture.Day;
import org.prorata.calc.Money;
import org.prorata.deal.DealFile;
import org.prorata.deal.TermSheetReader;

/** The drawing beside the agent's matrix says what tables of principal say. */
class MatrixPictureTest {

    private static final String DAY = "2010-06-10";

    private static SampleFigures figures(String text) {
        DealFile file = TermSheetReader.read(text.getBytes(StandardCharsets.UTF_8));
        return SampleFigures.of(file, file.terms());
    }

    /** Twelve lenders, the first of whom holds nearly all. */
    private static String amongTwelve() {
        StringBuilder names = new StringBuilder("lenders:\n");
        StringBuilder amounts = new StringBuilder("  amounts:\n");
        for (int i = 0; i < 12; i++) {
            names.append("  - {id: fund-").append(i).append(", name: Fund number ").append(i).append(", published: true, clause: lead}\n");
            amounts.append("    fund-").append(i).append(": \"").append(i == 0 ? "59989000.00" : "1000.00").append("\"\n");
        }
        String text = SampleDeal.rusoroText();
        return text.substring(0, text.indexOf("\nlenders:") + 1) + names + "\n" + text.substring(text.indexOf("\nopening:") + 1, text.lastIndexOf("  amounts:")) + amounts;
    }

    private static void everyDayAddsUp(MatrixPicture picture) {
        for (Day day : picture.days()) {
            assertThat(day.amounts()).hasSameSizeAs(picture.bands());
            assertThat(day.amounts().stream().map(Money::minor).reduce(BigInteger.ZERO, BigInteger::add)).as(day.day().toString()).isEqualTo(day.total().minor());
        }
    }

    @Test
    void each_amount_of_each_lender_is_what_its_own_table_of_that_day_says() {
        SampleFigures rusoro = figures(SampleDeal.rusoroText());
        MatrixPicture picture = MatrixPicture.of(rusoro.look(DAY, DAY), rusoro.rows());
        assertThat(picture.bands()).extracting(Band::name).containsExactlyElementsOf(rusoro.rows().stream().map(LenderRow::name).toList());
        assertThat(picture.days()).hasSizeGreaterThan(2);
        everyDayAddsUp(picture);
        for (Day day : picture.days()) {
            for (int lender = 0; lender < rusoro.rows().size(); lender++) {
                assertThat(day.amounts().get(lender)).isEqualTo(rusoro.allocation(day.day().toString(), DAY, lender).principal().total().own().projected());
            }
        }
        assertThat(picture.last().total().isZero()).isTrue();
    }

    @Test
    void of_more_than_eight_lenders_the_largest_stand_by_themselves_and_the_others_together() {
        SampleFigures many = figures(amongTwelve());
        MatrixPicture picture = MatrixPicture.of(many.look(DAY, DAY), many.rows());
        assertThat(picture.bands()).hasSize(9);
        assertThat(picture.bands().stream().map(Band::name).filter(Objects::isNull)).hasSize(1);
        assertThat(picture.bands().get(0).name()).isEqualTo("Fund number 0");
        assertThat(picture.bands().get(0).labelY()).isNotNull();
        assertThat(picture.bands().get(8).labelY()).as("a band too thin for its number").isNull();
        everyDayAddsUp(picture);
    }

    @Test
    void once_the_deal_has_lapsed_there_is_nothing_to_draw() {
        SampleFigures rusoro = figures(SampleDeal.rusoroText());
        assertThat(MatrixPicture.of(rusoro.look("2010-12-31", "2010-12-31"), rusoro.rows())).isNull();
    }
}
