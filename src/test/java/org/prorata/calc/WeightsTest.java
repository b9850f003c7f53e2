package org.prorata.calc;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class WeightsTest {

    @Test
    void fractional_weights_become_whole_over_their_least_common_denominator() {
        Fraction[] weights = {Fraction.of(1, 6), Fraction.of(3, 4), Fraction.of(2), Fraction.ZERO};

        assertThat(Weights.commonDenominator(weights)).isEqualTo(12);
        assertThat(Weights.scaled(weights)).as("2/12, 9/12, 24/12, 0/12").extracting(BigInteger::longValueExact)
                .containsExactly(2L, 9L, 24L, 0L);
    }

    @Test
    void no_weights_are_no_weights() {
        assertThat(Weights.scaled(new Fraction[0])).isEmpty();
        assertThat(Weights.commonDenominator(new Fraction[0])).isEqualTo(1);
    }
}
