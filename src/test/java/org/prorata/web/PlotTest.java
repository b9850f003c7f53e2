package org.prorata.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Where days and amounts stand in a drawing. */
class PlotTest {

    private static final LocalDate FIRST = LocalDate.parse("2010-06-10");
    private static final BigInteger MOST = new BigInteger("6000000000");

    private final Plot plot = new Plot(8, 22, 384, 140, FIRST, FIRST.plusDays(96), MOST);

    @Test
    void days_run_from_the_left_edge_to_the_right_one() {
        assertThat(plot.x(FIRST)).hasToString("8.0");
        assertThat(plot.x(FIRST.plusDays(48))).hasToString("200.0");
        assertThat(plot.x(FIRST.plusDays(96))).hasToString("392.0");
    }

    @Test
    void amounts_rise_from_the_ground_to_the_upper_edge() {
        assertThat(plot.y(BigInteger.ZERO)).hasToString("162.0");
        assertThat(plot.y(MOST.divide(BigInteger.TWO))).hasToString("92.0");
        assertThat(plot.y(MOST)).hasToString("22.0");
    }

    @Test
    void an_amount_of_forty_digits_stands_where_it_belongs() {
        BigInteger huge = BigInteger.TEN.pow(40);
        assertThat(Plot.length(huge.subtract(BigInteger.ONE), huge, 100)).hasToString("100.0");
        assertThat(Plot.length(BigInteger.ONE, BigInteger.valueOf(3), 100)).hasToString("33.3");
    }

    @Test
    void one_day_and_nothing_outstanding_are_a_drawing_too() {
        Plot flat = new Plot(8, 22, 384, 140, FIRST, FIRST, BigInteger.ZERO);
        assertThat(flat.x(FIRST)).hasToString("8.0");
        assertThat(flat.y(BigInteger.ZERO)).hasToString("162.0");
    }

    @Test
    void days_out_of_order_are_refused() {
        assertThatThrownBy(() -> new Plot(0, 0, 1, 1, FIRST, FIRST.minusDays(1), MOST)).isInstanceOf(IllegalArgumentException.class);
    }
}
