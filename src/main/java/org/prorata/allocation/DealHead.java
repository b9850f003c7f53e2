package org.prorata.allocation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import org.prorata.calc.Money;

/**
 * What stands over every view of a deal's figures.
 *
 * @param known        since when the portal knows what is shown; as {@code ?known=} it shows the same again
 * @param calculation  the number of the calculation that is shown; null for a lender, whom the gaps between numbers would let count what others did
 * @param stage        how far the deal has come by the end of the day looked at, or by today if that is earlier
 * @param illustrative do positions still stand that nobody entered and approved? Then every slice is made up
 */
public record DealHead(String deal, String title, String currency, String zone, LocalDate on, Instant known, @JsonInclude(JsonInclude.Include.NON_NULL) Integer calculation, String stage,
        boolean illustrative) {

    static DealHead of(Look look) {
        Picture picture = look.picture();
        return new DealHead(picture.slug(), picture.terms().title().value(), picture.terms().currency().getCurrencyCode(),
                picture.terms().zone().value().getId(), look.on(), picture.known(), look.seesAll() ? picture.calculation() : null, look.stage().word(), picture.body().illustrative());
    }

    public String sign() {
        return Signs.of(currency);
    }

    /** The smallest unit of the deal's currency, such as US$ 0.01. */
    public String unitText() {
        return sign() + " " + Money.of(1, Currency.getInstance(currency)).decimal();
    }

    public ZoneId zoneId() {
        return ZoneId.of(zone);
    }

    public boolean lapsed() {
        return stage.equals("lapsed");
    }

    public boolean effective() {
        return stage.equals("effective");
    }
}
