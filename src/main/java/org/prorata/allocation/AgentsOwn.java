package org.prorata.allocation;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.prorata.approval.Comparison.Raised;
import org.prorata.deal.Party;
import org.prorata.deal.Terms;
import org.prorata.register.Lender;
import org.prorata.web.Formats;

/**
 * The agent as a lender: every lender with the legal name, present or former, of a party whose role is agent, and every lender of the same group of affiliates
 * as one of these. Names are compared without regard to case and spaces. A proposal is marked where any figure of these grows: a position, a share, a payment
 * or warrants, however little and whatever happens to others. What was not known has no size, so that becoming known is no growth; what was not there was nothing.
 */
final class AgentsOwn {

    private AgentsOwn() {
    }

    /** Indexes of the agent's own lenders in register order. */
    static Set<Integer> lenders(Terms terms, List<Lender> lenders) {
        Set<String> names = terms.parties().stream().filter(party -> party.role().equals(Party.AGENT))
                .flatMap(party -> Stream.of(Optional.ofNullable(party.name().value()), Optional.ofNullable(party.formerName()))).flatMap(Optional::stream)
                .map(AgentsOwn::plain).collect(Collectors.toSet());
        Set<String> groups = new LinkedHashSet<>();
        lenders.stream().filter(lender -> named(lender, names) && lender.group() != null).forEach(lender -> groups.add(plain(lender.group())));
        Set<Integer> own = new TreeSet<>();
        for (int i = 0; i < lenders.size(); i++) {
            Lender lender = lenders.get(i);
            if (named(lender, names) || lender.group() != null && groups.contains(plain(lender.group()))) {
                own.add(i);
            }
        }
        return own;
    }

    private static boolean named(Lender lender, Set<String> names) {
        return names.contains(plain(lender.name())) || lender.details().formerNames().stream().anyMatch(former -> names.contains(plain(former.name())));
    }

    private static String plain(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
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
        return by.signum() <= 0 ? Optional.empty() : Optional.of(new Raised(lender, group, title, unit, before, after, Formats.grouped(by)));
    }

    private static BigDecimal number(String grouped) {
        return new BigDecimal(grouped.replace(",", "").replace('\u2212', '-'));
    }
}
