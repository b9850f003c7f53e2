package org.prorata.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.prorata.calc.Money;
import org.prorata.deal.FormerName;
import org.prorata.deal.Terms;
import org.prorata.deal.Tranche;

/**
 * A lender in a list. Absent in JSON is what is not known.
 *
 * @param lender     its name in addresses
 * @param group      the manager or group whose lenders are its affiliates
 * @param published  whether other lenders may see the name
 * @param provenance of the name and details, as is the clause
 * @param since      when the portal learnt them
 * @param held       its principal over all tranches as booked on the day, a decimal text of the deal's currency
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LenderView(String lender, String name, List<FormerName> formerNames, String group, String lei, boolean published, String provenance, String clause, Instant since,
        String held) {

    static LenderView of(Lender lender, Terms terms, Map<String, BigInteger> positions) {
        BigInteger held = terms.tranches().stream().map(Tranche::id).map(tranche -> positions.getOrDefault(tranche, BigInteger.ZERO)).reduce(BigInteger.ZERO, BigInteger::add);
        return new LenderView(lender.handle(), lender.name(), lender.details().formerNames(), lender.group(), lender.details().lei(), lender.details().published(),
                lender.provenance().word(), lender.clause(), lender.since(), Money.ofMinor(held, terms.currency()).decimal());
    }

    /** What a page looks for names in: its own, former ones, its group and its identifier. */
    String sought() {
        return String.join("\n", name, formerly(), group == null ? "" : group, lei == null ? "" : lei);
    }

    /** In one cell: each with its last day where that is known. */
    String formerly() {
        return formerNames.stream().map(DetailWords::words).collect(Collectors.joining("; "));
    }
}
