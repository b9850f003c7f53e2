package org.prorata.deal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TermsJsonTest {

    @Test
    void kept_terms_are_the_terms_that_were_given() {
        Terms rusoro = SampleDeals.rusoro().terms();
        assertThat(TermsJson.read(TermsJson.write(rusoro))).isEqualTo(rusoro);
        for (long seed = 1; seed <= 500; seed++) {
            Terms terms = SampleDeals.random(seed).terms();
            assertThat(TermsJson.read(TermsJson.write(terms))).as("seed %d", seed).isEqualTo(terms);
        }
    }

    @Test
    void terms_that_were_kept_before_they_spoke_of_transfers_have_the_usual_ones() {
        Terms rusoro = SampleDeals.rusoro().terms();
        String kept = TermsJson.write(rusoro).replaceFirst("\"transfers\":\\{.*?\\}\\},", "");
        assertThat(kept).doesNotContain("\"transfers\"").contains("\"standing\"");
        assertThat(TermsJson.read(kept)).isEqualTo(rusoro.withTransfers(TransferTerms.USUAL));
    }

    @Test
    void terms_hold_no_position_of_a_lender() {
        assertThat(TermsJson.write(SampleDeals.rusoro().terms())).doesNotContain("666666667").doesNotContain("666666666");
    }
}
