package org.prorata.allocation;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.prorata.approval.Comparison.Raised;
import org.prorata.deal.LenderRules;
import org.prorata.deal.Party;
import org.prorata.deal.Terms;
import org.prorata.register.Lender;
import org.prorata.web.Formats;

/**
 * The agent as a lender: every lender that has, or ever had in the register, the legal name, present or former, of a party whose role is agent, and every lender of the same group of affiliates
 * as one of these. Names are compared without regard to case and spaces. A proposal is marked where any figure of these grows: a position, a share, a payment
 * or warrants, however little and whatever happens to others. What was not known has no size, so that becoming known is no growth; what was not there was nothing.
 */
final class AgentsOwn {

    private AgentsOwn() {
    }

    /**
     * Indexes of the agent's own lenders in register order.
     *
     * @param everNamed finds the lenders that have had one of these names, compared as {@link LenderRules#plain}, in any version of their details
     */
    static Set<Integer> lenders(Terms terms, List<Lender> lenders, Function<Set<String>, Set<UUID>> everNamed) {
        Set<String> names = terms.parties().stream().filter(party -> party.role().equals(Party.AGENT))
                .flatMap(party -> Stream.of(Optional.ofNullable(party.name().value()), Optional.ofNullable(party.formerName()))).flatMap(Optional::stream)
                .map(LenderRules::plain).collect(Collectors.toSet());
        Set<UUID> ids = names.isEmpty() ? Set.of() : everNamed.apply(names);
        Set<String> groups = new LinkedHashSet<>();
        lenders.stream().filter(lender -> ids.contains(lender.id()) && lender.group() != null).forEach(lender -> groups.add(LenderRules.plain(lender.group())));
        Set<Integer> own = new TreeSet<>();
        for (int i = 0; i < lenders.size(); i++) {
            Lender lender = lenders.get(i);
            if (ids.contains(lender.id()) || lender.group() != null && groups.contains(LenderRules.plain(lender.group()))) {
                own.add(i);
            }
        }
        return own;
    }

    /**
     * The figure of one of the agent's own, where it grows.
     *
     * @param before as a grouped decimal; empty where it is not known
     * @param absent whether there was no such figure before, so that it grows from nothing
     */
    static Optional<Raised> raised(String lender, String group, String title, String unit, String before, String after, boolean absent) {
        if (after.isEmpty() || before.isEmpty() && !absent) {
            return Optional.empty();
        }
        BigDecimal by = number(after).subtract(before.isEmpty() ? BigDecimal.ZERO : number(before));
        return by.signum() <= 0 ? Optional.empty() : Optional.of(new Raised(lender, group, title, unit, before, after, Formats.inEnglish(by.toPlainString())));
    }

    private static BigDecimal number(String grouped) {
        return new BigDecimal(grouped.replace(",", "").replace('\u2212', '-'));
    }
}
