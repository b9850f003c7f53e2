package org.prorata.deal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TermSheetRoundTripTest {

    private static final long SEED = 20100610;

    @Test
    void the_real_deal_reads_back_as_it_was_written() {
        DealFile rusoro = SampleDeals.rusoro();

        assertThat(TermSheetReader.read(TermSheetWriter.write(rusoro))).isEqualTo(rusoro);
    }

    @Test
    void a_file_that_says_nothing_of_transfers_assumes_the_usual_and_says_so_when_it_is_written() {
        String file = new String(SampleDeals.rusoroText(), StandardCharsets.UTF_8).replaceFirst("(?s)\ntransfers:.*?\n\nstanding:", "\nstanding:");
        DealFile read = TermSheetReader.read(file);

        assertThat(file).doesNotContain("transfers:");
        assertThat(read.terms().transfers()).isEqualTo(TransferTerms.USUAL);
        assertThat(read.terms().transfers().interest()).isEqualTo(Sourced.of(InterestOnTransfer.SPLIT, Provenance.ASSUMED, null,
                "Interest goes to who held the principal that bore it; the term sheet says nothing else"));
        assertThat(TermSheetWriter.write(read)).contains("transfers:", "value: none", "provenance: assumed");
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
