package org.prorata.deal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.prorata.calc.Convention;
import org.prorata.calc.DayCount;

/** The real deal's file says what the release and the record say. */
class RusoroTermSheetTest {

    private final DealFile file = SampleDeals.rusoro();
    private final Terms terms = file.terms();

    @Test
    void three_published_payments_make_sixty_million() {
        assertThat(terms.tranches()).extracting(t -> t.principal().value()).containsExactly(cents("17000000"), cents("13000000"), cents("30000000"));
        assertThat(terms.tranches()).extracting(Tranche::finalDue)
                .containsExactly(LocalDate.of(2010, 6, 10), LocalDate.of(2010, 7, 10), LocalDate.of(2011, 6, 10));
        assertThat(terms.tranches()).extracting(t -> t.principal().provenance() + " " + t.principal().clause())
                .containsExactly("PUBLISHED 1", "PUBLISHED 2", "PUBLISHED 3");
        assertThat(terms.totalPrincipal()).isEqualTo(cents("60000000"));
    }

    @Test
    void interest_before_10_June_2010_is_unknown_and_not_nothing() {
        StatedAmount accrued = terms.statedTerm("accrued").orElseThrow().amounts().get(0);

        assertThat(accrued.due()).isEqualTo(LocalDate.of(2010, 6, 10));
        assertThat(accrued.amount().known()).isFalse();
        assertThat(accrued.amount().clause()).isEqualTo("1");
    }

    @Test
    void what_the_release_does_not_say_is_marked_as_assumed_with_a_reason() {
        List<Sourced<?>> assumed = List.of(terms.zone(), terms.splitRule(), terms.businessDays().calendars(), terms.businessDays().convention(),
                terms.businessDays().interestDatesAdjusted(), terms.interestTerm("reduced-principal").orElseThrow().dayCount(),
                terms.interestTerm("reduced-principal").orElseThrow().accruesFrom(), terms.interestTerm("reduced-principal").orElseThrow().dates(),
                terms.warrants().expiryTime(), terms.warrants().expiryZone(), terms.warrants().stapled(),
                terms.transfers().minimum(), terms.transfers().wholeHoldings(), terms.transfers().interest());

        assertThat(assumed).allSatisfy(value -> {
            assertThat(value.provenance()).isEqualTo(Provenance.ASSUMED);
            assertThat(value.note()).isNotBlank();
        });
        assertThat(terms.interest()).allSatisfy(t -> assertThat(t.dayCount().value()).isEqualTo(DayCount.ACT_365F));
        assertThat(terms.businessDays().convention().value()).isEqualTo(Convention.PRECEDING);
    }

    @Test
    void the_exchange_price_falls_on_10_June_2010() {
        ExchangeTerms exchange = terms.exchange();

        assertThat(exchange.priceOn(LocalDate.of(2010, 6, 9)).orElseThrow().price().value()).isEqualByComparingTo(new BigDecimal("1.07"));
        assertThat(exchange.priceOn(LocalDate.of(2010, 6, 10)).orElseThrow().price().value()).isEqualByComparingTo(new BigDecimal("0.39"));
    }

    @Test
    void six_published_lenders_three_of_them_affiliates_hold_illustrative_positions() {
        assertThat(file.lenders()).hasSize(6).allMatch(l -> l.details().published());
        assertThat(file.lenders().stream().filter(l -> "Lansdowne".equals(l.details().group())).map(LenderLine::id).collect(Collectors.toSet()))
                .isEqualTo(Set.of("lansdowne-equity-limited", "lansdowne-equity-lp", "lansdowne-strategic"));
        assertThat(file.opening().provenance()).isEqualTo(Provenance.ILLUSTRATIVE);
        assertThat(file.opening().on()).isEqualTo(LocalDate.of(2010, 6, 9));
        assertThat(file.opening().lines()).extracting(OpeningLine::total).containsExactly(cents("20000000"), new BigInteger("666666667"),
                new BigInteger("666666667"), new BigInteger("666666666"), cents("10000000"), cents("10000000"));
    }

    @Test
    void nobody_has_signed_and_no_condition_is_met() {
        assertThat(terms.standing().signatures()).hasSize(7).allMatch(s -> s.signed() == null);
        assertThat(terms.standing().conditions()).hasSize(4).allMatch(c -> c.met() == null);
    }

    private static BigInteger cents(String dollars) {
        return new BigInteger(dollars).multiply(BigInteger.valueOf(100));
    }
}
