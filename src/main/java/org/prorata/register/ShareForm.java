package org.prorata.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;

/**
 * What the agent enters to update shares; the payload of both kinds of proposal and the body of the API.
 *
 * @param on      the effective date; for the opening register its own date, and may be null
 * @param tranche one tranche alone; null: all tranches
 * @param unit    {@code amount} (of the deal's currency) or {@code percent} (of the total; adding up to exactly 100)
 * @param shares  what each lender holds afterwards. A lender who is not named holds nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ShareForm(LocalDate on, String tranche, String unit, List<Share> shares) {

    /**
     * @param lender the lender's handle in the deal, such as {@code endeavour}
     * @param name   the legal name, for a lender that is new; null for one who is in the register
     * @param value  as typed: thousands separators allowed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Share(String lender, String name, String value) {
        boolean isNew() {
            return name != null;
        }
    }

    boolean inPercent() {
        return "percent".equals(unit);
    }
}
