package org.prorata.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.prorata.approval.Proposal.FourEyes;
import org.prorata.approval.Proposal;
import org.prorata.audit.Trail;
import org.prorata.calc.Money;
import org.prorata.deal.IllustrativeMark;
import org.prorata.deal.OpenDeal;
import org.prorata.deal.Terms;
import org.prorata.deal.Tranche;
import org.prorata.identity.Who;
import org.prorata.web.AsOf;

/** Reads the register for the one who asks: all of it for the agent, its own rows for a lender. */
@ApplicationScoped
class RegisterReader {

    static final int PAGE = 200;
    private static final int ALL = Integer.MAX_VALUE;
    private static final FourEyes NOBODY = new FourEyes(null, null, null, null, null);

    @Inject Instance<IllustrativeMark> illustrative;
    @Inject PaidPrincipal booked;
    @Inject Who who;
    @Inject Trail trail;

    /** @param page of the entries, from 1; 0: all of them */
    @Transactional
    RegisterView read(OpenDeal open, AsOf asOf, int page) {
        Set<UUID> own = own(open);
        Terms terms = open.known(asOf.known()).terms();
        LocalDate opens = open.deal().opensOn();
        List<Lender> lenders = Lender.of(open.id(), asOf.known()).stream().filter(lender -> own == null || own.contains(lender.id())).toList();
        Map<UUID, Map<String, BigInteger>> held = new HashMap<>();
        Entry.positions(open.id(), asOf, own).forEach(position ->
                held.computeIfAbsent(position.lenderId(), lender -> new HashMap<>()).put(position.tranche(), position.amount()));
        long count = Entry.count(open.id(), asOf, own);
        List<Entry> entries = page == 0 ? Entry.latestFirst(open.id(), asOf, own, 0, ALL)
                : Entry.latestFirst(open.id(), asOf, own, (page - 1) * PAGE, PAGE);
        Integer next = page > 0 && (long) page * PAGE < count ? page + 1 : null;
        RegisterView.Shown shown = new RegisterView.Shown(open.seesAll(), open.proposes(), open.proposes() && open.terms().exchange() != null, open.zone(), opens, count, page, page > 1 ? page - 1 : null, next);
        List<RegisterView.Tranche> tranches = tranches(open, asOf, terms, opens, held);
        List<RegisterView.Holder> holders = lenders.stream().map(lender -> holder(lender, terms, held.getOrDefault(lender.id(), Map.of()))).toList();
        RegisterView.Sum total = new RegisterView.Sum(sum(tranches, terms, RegisterView.Sum::own), sum(tranches, terms, RegisterView.Sum::deal));
        List<Transfer> transfers = Transfer.of(open.id(), asOf.on(), asOf.known(), own);
        return new RegisterView(open.slug(), asOf.on(), asOf.known(), terms.currency().getCurrencyCode(), illustrative.stream().anyMatch(mark -> mark.stands(open.slug(), asOf.known())), tranches,
                holders, total, lines(open, terms, lenders, entries, transfers, count - (page == 0 ? 0 : (page - 1L) * PAGE)), shown);
    }

    /** As {@link #read}, with all entries and a row in the trail. */
    @Transactional
    RegisterView download(OpenDeal open, AsOf asOf, String file) {
        trail.write("download", open.id(), file, Map.of("on", asOf.on().toString(), "known", asOf.known() == null ? "latest" : asOf.known().toString()));
        return read(open, asOf, 0);
    }

    private List<RegisterView.Tranche> tranches(OpenDeal open, AsOf asOf, Terms terms, LocalDate opens, Map<UUID, Map<String, BigInteger>> held) {
        Map<String, BigInteger> paid = booked.paid(open.id(), asOf);
        Map<String, BigInteger> exchanged = Exchanged.totals(open.id(), asOf);
        List<RegisterView.Tranche> tranches = new ArrayList<>();
        for (Tranche tranche : terms.tranches()) {
            BigInteger shown = held.values().stream().map(byTranche -> byTranche.getOrDefault(tranche.id(), BigInteger.ZERO)).reduce(BigInteger.ZERO, BigInteger::add);
            BigInteger principal = asOf.on().isBefore(opens) ? BigInteger.ZERO : tranche.principal().value();
            BigInteger repaid = paid.getOrDefault(tranche.id(), BigInteger.ZERO);
            BigInteger left = principal.subtract(repaid).subtract(exchanged.getOrDefault(tranche.id(), BigInteger.ZERO));
            tranches.add(new RegisterView.Tranche(tranche.id(), tranche.name().value(), new RegisterView.Sum(decimal(shown, terms.currency()), decimal(left, terms.currency())),
                    decimal(principal, terms.currency()), decimal(repaid, terms.currency()),
                    exchanged.containsKey(tranche.id()) ? decimal(exchanged.get(tranche.id()), terms.currency()) : null, open.seesAll() ? left.equals(shown) : null));
        }
        return tranches;
    }

    private static String sum(List<RegisterView.Tranche> tranches, Terms terms, Function<RegisterView.Sum, String> which) {
        return tranches.stream().map(tranche -> Money.parse(which.apply(tranche.total()), terms.currency())).reduce(Money.ofMinor(BigInteger.ZERO, terms.currency()), Money::plus).decimal();
    }

    private static RegisterView.Holder holder(Lender lender, Terms terms, Map<String, BigInteger> held) {
        Map<String, String> byTranche = new LinkedHashMap<>();
        terms.tranches().forEach(tranche -> byTranche.put(tranche.id(), decimal(held.getOrDefault(tranche.id(), BigInteger.ZERO), terms.currency())));
        BigInteger total = held.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        return new RegisterView.Holder(lender.handle(), lender.name(), byTranche, decimal(total, terms.currency()));
    }

    /** @param last the latest entry's number among those shown: a lender's are numbered by themselves, or the gaps would count the others' (rule F12) */
    private static List<RegisterView.Line> lines(OpenDeal open, Terms terms, List<Lender> lenders, List<Entry> entries, List<Transfer> transfers, long last) {
        Map<UUID, Lender> byId = new HashMap<>();
        lenders.forEach(lender -> byId.put(lender.id(), lender));
        Map<String, String> tranches = new HashMap<>();
        terms.tranches().forEach(tranche -> tranches.put(tranche.id(), tranche.name().value()));
        Map<UUID, FourEyes> fourEyes = open.seesAll() ? Proposal.fourEyes(open.id(), entries.stream().map(Entry::proposalId).filter(Objects::nonNull).collect(Collectors.toSet())) : Map.of();
        TreeMap<Long, Transfer> byFirstEntry = new TreeMap<>();
        transfers.forEach(transfer -> byFirstEntry.put(transfer.firstEntry(), transfer));
        Set<Long> reversed = open.proposes() ? Entry.reversedAmong(open.id(), entries) : Set.of();
        Set<UUID> whose = open.seesAll() ? null : byId.keySet();
        AtomicLong own = new AtomicLong(last);
        return entries.stream().map(entry -> line(open, terms, byId, tranches, entry, own, told(entry, byFirstEntry, whose),
                entry.proposalId() == null ? NOBODY : fourEyes.getOrDefault(entry.proposalId(), NOBODY),
                open.proposes() && entry.reverses() == null && !reversed.contains(entry.seq()) ? correction(entry) : null)).toList();
    }

    private static String correction(Entry entry) {
        return switch (entry.kind()) {
            case TRANSFER -> "entries/" + entry.seq() + "/correct";
            case EXCHANGE -> "exchanges/" + entry.seq() + "/correct";
            default -> null;
        };
    }

    /** What is told of the transfer that an entry is of, or takes back. @param fee minor units; null at all its entries but one */
    private record OfTransfer(LocalDate tradeDate, BigInteger fee, String feePaidBy) {

        static final OfTransfer NONE = new OfTransfer(null, null, null);
    }

    /** The fee once for each transfer, and taken back once, so that it adds up over the entries. */
    private static OfTransfer told(Entry entry, TreeMap<Long, Transfer> byFirstEntry, Set<UUID> whose) {
        long number = entry.reverses() == null ? entry.seq() : entry.reverses();
        Map.Entry<Long, Transfer> near = byFirstEntry.floorEntry(number);
        if (near == null || !near.getValue().has(number)) {
            return OfTransfer.NONE;
        }
        Transfer transfer = near.getValue();
        if (transfer.fee() == null || transfer.toldAt(whose) != number) {
            return new OfTransfer(transfer.tradeDate(), null, null);
        }
        return new OfTransfer(transfer.tradeDate(), entry.reverses() == null ? transfer.fee() : transfer.fee().negate(), transfer.feePaidBy());
    }

    private static RegisterView.Line line(OpenDeal open, Terms terms, Map<UUID, Lender> byId, Map<String, String> tranches, Entry entry, AtomicLong own, OfTransfer told,
            FourEyes by, String correction) {
        return new RegisterView.Line(open.seesAll() ? entry.seq() : own.getAndDecrement(), entry.on(), entry.known(), byId.get(entry.lenderId()).handle(), byId.get(entry.lenderId()).name(),
                entry.tranche(), tranches.get(entry.tranche()), decimal(entry.amount(), terms.currency()), entry.cause().word(),
                entry.cause() == Cause.CORRECTION ? entry.kind().word() : null, open.seesAll() ? entry.reverses() : null, entry.reference(), entry.provenance(),
                entry.paymentNo(), told.tradeDate(), told.fee() == null ? null : decimal(told.fee(), terms.currency()), told.feePaidBy(), open.seesAll() ? entry.proposalId() : null, by.proposedBy(), by.proposedAt(), by.approvedBy(), by.approvedAt(), by.reason(), correction);
    }

    /** The lenders whose rows are shown; null: all. */
    private Set<UUID> own(OpenDeal open) {
        return open.seesAll() ? null : who.viewer().lendersOf(open.id());
    }

    private static String decimal(BigInteger minor, Currency currency) {
        return Money.ofMinor(minor, currency).decimal();
    }
}
