package org.prorata.warrant;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.prorata.warrant.Holdings.Sale;
import org.prorata.warrant.Holdings.TransferDay;

/** Stapled warrants through a day of sales, by the lenders' places in the register. */
class HoldingsTest {

    private static final LocalDate DAY = LocalDate.of(2010, 9, 1);

    private static BigInteger[] of(long... amounts) {
        return LongStream.of(amounts).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new);
    }

    private static Sale sale(int seller, int buyer, long amount) {
        return new Sale(seller, buyer, BigInteger.valueOf(amount));
    }

    private static long[] after(BigInteger[] issued, BigInteger[] held, Sale... sales) {
        return Arrays.stream(Holdings.afterTransfers(issued, List.of(new TransferDay(DAY, held, List.of(sales)))).get(DAY)).mapToLong(BigInteger::longValueExact).toArray();
    }

    @Test
    void each_buyer_gets_its_own_sellers_part_whoever_else_sells_that_day() {
        // the first has exchanged half of its loan: 1 of its 2.5 is 40 % of 50 warrants; the second sells 1 of 5, 20 % of 50
        assertThat(after(of(50, 50, 0, 0), of(25, 50, 0, 0), sale(0, 2, 10), sale(1, 3, 10))).containsExactly(30, 40, 20, 10);
    }

    @Test
    void what_is_bought_and_sold_on_the_same_day_takes_the_warrants_through() {
        assertThat(after(of(60, 40, 0), of(60, 40, 0), sale(0, 1, 60), sale(1, 2, 100))).containsExactly(0, 0, 100);
        // also where the purchase became known after the sale that lived on it
        assertThat(after(of(60, 40, 0), of(60, 40, 0), sale(1, 2, 100), sale(0, 1, 60))).containsExactly(0, 0, 100);
    }

    @Test
    void warrants_stay_whole_and_who_sells_out_hands_over_all() {
        // a third of 100 is 33 1/3; a half of the 67 left is 33.5, and of two with the same remainder the first in the register gets it
        assertThat(after(of(100, 0, 0), of(3, 0, 0), sale(0, 1, 1), sale(0, 2, 1))).containsExactly(34, 33, 33);
        assertThat(after(of(0, 0, 100), of(0, 0, 3), sale(2, 0, 1), sale(2, 1, 1))).containsExactly(33, 34, 33);
        assertThat(after(of(100, 0, 0), of(3, 0, 0), sale(0, 1, 1), sale(0, 2, 2))).containsExactly(0, 33, 67);
    }

    @Test
    void loan_without_warrants_brings_none() {
        assertThat(after(of(0, 70, 30), of(5, 5, 0), sale(0, 2, 5))).containsExactly(0, 70, 30);
    }
}
