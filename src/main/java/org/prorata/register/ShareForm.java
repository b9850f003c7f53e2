package org.prorata.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.prorata.calc.Money;
import org.prorata.web.Problem;

/**
 * What the agent enters to update shares; the payload of both kinds of proposal and the body of the API.
 *
 * @param on      the effective date; for the opening register its own date, and may be null
 * @param tranche one tranche alone; null: all tranches
 * @param unit    {@code amount} (of the deal's currency) or {@code percent} (of the total; adding up to exactly 100)
 * @param shares  what each lender holds afterwards. Every holder is named, with 0 where it is to hold nothing
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

    /** Holders whom the form leaves out: nobody loses what it holds by not being named. @param held by handle, in minor units */
    List<Problem> missing(Map<String, BigInteger> held, Currency currency) {
        Set<String> named = shares.stream().map(Share::lender).collect(Collectors.toSet());
        return held.entrySet().stream().filter(each -> each.getValue().signum() > 0 && !named.contains(each.getKey()))
                .map(each -> new Problem("shares", each.getKey(), "holds " + Money.ofMinor(each.getValue(), currency).grouped()
                        + " and is missing; name every holder, with 0 for one who is to hold nothing")).toList();
    }

    boolean inPercent() {
        return "percent".equals(unit);
    }
}
