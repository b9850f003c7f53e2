package org.prorata.deal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Comparator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.prorata.calc.Money;
import org.prorata.web.Today;

/** A deal in a list. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Deal", description = "A deal that you may enter.")
public record DealRow(
        @Schema(description = "The deal's name in addresses", examples = "\"rusoro-2010\"") String slug,
        @Schema(examples = "\"Rusoro senior secured exchangeable loan\"") String title,
        @Schema(description = "Missing where unknown", examples = "\"Rusoro's financing subsidiary\"") String borrower,
        @Schema(description = "ISO 4217", examples = "\"USD\"") String currency,
        @Schema(description = "Principal of all tranches as first stated", examples = "\"60000000.00\"") String principal,
        @Schema(description = "The last stated repayment", examples = "\"2011-06-10\"") LocalDate finalRepayment,
        @Schema(description = "indicative, definitive, effective or lapsed, on the day asked for; else today in the deal's zone", examples = "\"indicative\"") String stage,
        @Schema(examples = "\"America/Vancouver\"") String zone,
        @Schema(description = "Whether you keep it, as one who proposes or approves changes") boolean keeper) {

    static DealRow of(Terms terms, boolean keeper, Today today) {
        return of(terms, keeper, today.today(terms.zone().value()));
    }

    /** @param on the day at whose end it stands so */
    static DealRow of(Terms terms, boolean keeper, LocalDate on) {
        return new DealRow(terms.slug(), terms.title().value(), terms.party(Party.BORROWER).map(p -> p.name().value()).orElse(null),
                terms.currency().getCurrencyCode(), Money.ofMinor(terms.totalPrincipal(), terms.currency()).decimal(),
                terms.tranches().stream().map(Tranche::finalDue).max(Comparator.naturalOrder()).orElseThrow(),
                terms.standing().stage(on).word(), terms.zone().value().getId(), keeper);
    }
}
