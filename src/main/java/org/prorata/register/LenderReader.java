package org.prorata.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.prorata.audit.Trail;
import org.prorata.calc.Money;
import org.prorata.deal.IllustrativeMark;
import org.prorata.deal.OpenDeal;
import org.prorata.deal.Terms;
import org.prorata.identity.Who;
import org.prorata.register.LendersView.Affiliate;
import org.prorata.register.LendersView.One;
import org.prorata.register.LendersView.Position;
import org.prorata.register.LendersView.Shown;
import org.prorata.web.AsOf;
import org.prorata.web.NotThere;

/** Reads lenders for the one who asks: all of them for the agent, its own for a lender. */
@ApplicationScoped
class LenderReader {

    @Inject Instance<IllustrativeMark> illustrative;
    @Inject Who who;
    @Inject Trail trail;

    @Transactional
    LendersView all(OpenDeal open, AsOf asOf) {
        Terms terms = open.known(asOf.known()).terms();
        Map<UUID, Map<String, BigInteger>> held = held(open, asOf);
        return new LendersView(open.slug(), asOf.on(), asOf.known(), terms.currency().getCurrencyCode(), illustrative(open, asOf),
                visible(open, asOf).stream().map(lender -> LenderView.of(lender, terms, held.getOrDefault(lender.id(), Map.of()))).toList(), shown(open));
    }

    /** As {@link #all}, with a row in the trail. */
    @Transactional
    LendersView download(OpenDeal open, AsOf asOf, String file) {
        trail.write("download", open.id(), file, Map.of("on", asOf.on().toString(), "known", asOf.known() == null ? "latest" : asOf.known().toString()));
        return all(open, asOf);
    }

    /** Another's lender and one that does not exist are refused alike, as {@link NotThere}. */
    @Transactional
    One one(OpenDeal open, AsOf asOf, String handle) {
        List<Lender> visible = visible(open, asOf);
        Lender lender = visible.stream().filter(each -> each.handle().equals(handle)).findFirst().orElseThrow(NotThere::new);
        Terms terms = open.known(asOf.known()).terms();
        Map<String, BigInteger> positions = held(open, asOf).getOrDefault(lender.id(), Map.of());
        List<Affiliate> affiliates = visible.stream().filter(other -> other != lender && lender.group() != null && other.group() != null
                && other.group().equalsIgnoreCase(lender.group())).map(other -> new Affiliate(other.handle(), other.name())).toList();
        return new One(open.slug(), asOf.on(), asOf.known(), terms.currency().getCurrencyCode(), illustrative(open, asOf),
                LenderView.of(lender, terms, positions), lender.details().contacts(),
                terms.tranches().stream().map(tranche -> new Position(tranche.id(), tranche.name().value(),
                        Money.ofMinor(positions.getOrDefault(tranche.id(), BigInteger.ZERO), terms.currency()).decimal())).toList(), affiliates, shown(open));
    }

    private boolean illustrative(OpenDeal open, AsOf asOf) {
        return illustrative.stream().anyMatch(mark -> mark.stands(open.slug(), asOf.known()));
    }

    private List<Lender> visible(OpenDeal open, AsOf asOf) {
        Set<UUID> own = own(open);
        return Lender.of(open.id(), asOf.known()).stream().filter(lender -> own == null || own.contains(lender.id())).toList();
    }

    private Map<UUID, Map<String, BigInteger>> held(OpenDeal open, AsOf asOf) {
        Map<UUID, Map<String, BigInteger>> held = new HashMap<>();
        Entry.positions(open.id(), asOf, own(open)).forEach(position ->
                held.computeIfAbsent(position.lenderId(), lender -> new HashMap<>()).put(position.tranche(), position.amount()));
        return held;
    }

    /** The lenders that are shown; null: all. */
    private Set<UUID> own(OpenDeal open) {
        return open.seesAll() ? null : who.viewer().lendersOf(open.id());
    }

    private static Shown shown(OpenDeal open) {
        return new Shown(open.seesAll(), open.proposes(), open.zone());
    }
}
