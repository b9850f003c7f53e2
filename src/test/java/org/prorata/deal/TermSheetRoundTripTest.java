package org.prorata.deal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TermSheetRoundTripTest {

    private static final long SEED = 20100610;

    @Test
    void the_real_deal_reads_back_as_it_was_written() {
        DealFile rusoro = SampleDeals.rusoro();

        assertThat(TermSheetReader.read(TermSheetWriter.write(rusoro))).isEqualTo(rusoro);
    }

    @Test
    void any_deal_reads_back_as_it_was_written() {
        for (long seed = SEED; seed < SEED + 1_000; seed++) {
            DealFile deal = SampleDeals.random(seed);
            String written = TermSheetWriter.write(deal);

            assertThat(TermSheetReader.read(written)).as("seed %d:\n%s", seed, written).isEqualTo(deal);
        }
    }

    @Test
    void what_is_read_is_written_alike_a_second_time() {
        String written = TermSheetWriter.write(SampleDeals.random(SEED));

        assertThat(TermSheetWriter.write(TermSheetReader.read(written))).isEqualTo(written);
    }

    @Test
    void a_deal_of_ten_thousand_lenders_fits_in_a_file() {
        DealFile deal = SampleDeals.random(SEED, 10_000);

        assertThat(TermSheetReader.read(TermSheetWriter.write(deal))).isEqualTo(deal);
    }

    @Test
    void deals_of_a_seed_are_the_same_each_time() {
        assertThat(SampleDeals.random(SEED)).isEqualTo(SampleDeals.random(SEED));
    }
}
