package org.prorata.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;

/**
 * What the agent enters for principal that a lender exchanges into shares; the payload of the proposal and the body of the API. The proposal's reference is the
 * exchange notice, and is required. The tranche is the one that the deal's terms name.
 *
 * @param lender its handle in the deal, such as {@code endeavour}
 * @param amount as typed, in the deal's currency, thousands separators allowed; null or empty with {@code whole}
 * @param whole  true: all that the lender holds of the tranche that day, and no amount
 * @param on     the effective date
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExchangeForm(String lender, String amount, Boolean whole, LocalDate on) {

    boolean ofWhole() {
        return Boolean.TRUE.equals(whole);
    }
}
