package org.prorata.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.prorata.approval.Comparison.Column;
import org.prorata.approval.Comparison.Line;

/** The drawing of a proposal says what its tables say. */
class ComparisonPictureTest {

    private static final List<Column> COLUMNS = List.of(new Column("Principal", "First", "USD", "30.00", "30.00", true), new Column("Principal", "All tranches", "USD", "40.00", "40.00", true),
            new Column("Principal", "Share", "%", "100.000000000", "100.000000000", true), new Column("Payment 1", "interest", "USD", "", "5.00", true));

    private static Line line(String lender, List<String> before, List<String> after) {
        return new Line(lender, before, after);
    }

    private static ComparisonPicture drawn(Line... lines) {
        return ComparisonPage.of(new Comparison(COLUMNS, List.of(lines), List.of(), List.of()), 1).picture();
    }

    @Test
    void it_draws_the_sum_of_the_first_group_that_moves_for_those_whom_it_moves() {
        ComparisonPicture picture = drawn(line("Still", List.of("10.00", "10.00", "25.000000000", ""), List.of("10.00", "10.00", "25.000000000", "")),
                line("Seller", List.of("20.00", "20.00", "50.000000000", ""), List.of("10.00", "10.00", "25.000000000", "")),
                line("Buyer", List.of("", "", "", ""), List.of("10.00", "10.00", "25.000000000", "5.00")));
        assertThat(picture.title()).isEqualTo("All tranches");
        assertThat(picture.pairs()).extracting(ComparisonPicture.Pair::lender).containsExactlyInAnyOrder("Seller", "Buyer");
        ComparisonPicture.Pair seller = picture.pairs().stream().filter(pair -> pair.lender().equals("Seller")).findFirst().orElseThrow();
        assertThat(seller.moved()).isEqualTo(new Moved("20.00", "10.00", false));
        assertThat(seller.before()).isEqualByComparingTo("250");
        assertThat(seller.after()).isEqualByComparingTo("125");
    }

    @Test
    void what_is_not_known_has_no_bar_and_is_not_drawn_as_nothing() {
        ComparisonPicture picture = drawn(line("One", List.of("10.00", "10.00", "25.000000000", ""), List.of("10.00", "10.00", "25.000000000", "5.00")));
        assertThat(picture.group()).isEqualTo("Payment 1");
        assertThat(picture.pairs().get(0).before()).isNull();
        assertThat(picture.pairs().get(0).moved().knownBefore()).isFalse();
        assertThat(picture.pairs().get(0).after()).isEqualByComparingTo("250");
    }

    @Test
    void of_many_lenders_those_that_move_most_are_drawn_and_the_others_counted() {
        Line[] many = IntStream.rangeClosed(1, 20).mapToObj(i -> line("Lender " + i, List.of("1,000.00", "1,000.00", "5.000000000", ""), List.of("1,000.00", "1,0" + (i + 10) + ".00", "5.000000000", ""))).toArray(Line[]::new);
        ComparisonPicture picture = drawn(many);
        assertThat(picture.pairs()).hasSize(ComparisonPicture.MOST).extracting(ComparisonPicture.Pair::lender).startsWith("Lender 20", "Lender 19");
        assertThat(picture.others()).isEqualTo(20 - ComparisonPicture.MOST);
    }

    @Test
    void where_nothing_moves_nothing_is_drawn() {
        List<String> same = List.of("10.00", "10.00", "25.000000000", "");
        assertThat(drawn(line("One", same, same))).isNull();
    }
}
