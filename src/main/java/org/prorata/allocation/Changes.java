package org.prorata.allocation;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.prorata.register.Cause;

/**
 * What became different for a viewer's own lenders since an instant: its rows as known then beside its rows now. Of what others did it says nothing, not even that something was done.
 *
 * @param first whether nothing of them was there yet: then {@code shown} is empty
 * @param shown the first of them, in the order of the payments
 * @param more  how many others there are
 */
public record Changes(Instant since, boolean first, List<Change> shown, int more) {

    private static final int MOST = 6;

    /**
     * Amounts are decimal strings, or whole warrants.
     *
     * @param kind    {@code booked}, {@code reopened} (a booking was taken back), {@code entered} (became known), {@code unknown} (is known no more), {@code moved}, {@code adjusted},
     *                {@code transfer}, {@code exchange}, {@code opening}, {@code warrants}
     * @param payment null where it is of none; so is {@code name}, its component's
     * @param on      the value date of what was booked, the effective date of an entry; else null
     * @param before  null where there is none, or it was not known
     * @param after   what is now, or for entries and adjustments by how much; null where it is not known
     */
    public record Change(String kind, Integer payment, String name, LocalDate on, String before, String after) {}

    record Side(Look look, Mine mine) {
        /** The own part of a line; null where it is not known. */
        BigInteger own(Line line) {
            return line == null || !line.isKnown() ? null : mine.shown().stream().map(row -> row.of(line).slice()).reduce(BigInteger.ZERO, BigInteger::add);
        }

        Line line(Line of) {
            return look.picture().body().lines().stream().filter(line -> line.payment() == of.payment() && line.component().equals(of.component())).findFirst().orElse(null);
        }

        String text(BigInteger minor) {
            return minor == null ? null : look.money(minor).decimal();
        }
    }

    /** @param then null where the deal's calculation is still the same, or the deal was not there yet */
    static Changes between(Side then, Side now, Instant since) {
        boolean recalculated = now.look().picture().known().isAfter(since);
        if (recalculated && (then == null || then.mine().shown().isEmpty())) {
            return new Changes(since, true, List.of(), 0);
        }
        List<Change> all = new ArrayList<>();
        if (then != null) {
            now.look().picture().body().lines().stream().filter(line -> !line.isWarrants()).forEach(line -> add(all, then, now, line));
        }
        adjusted(all, now, since);
        entries(all, now, since);
        if (then != null) {
            warrants(all, then, now);
        }
        return new Changes(since, false, List.copyOf(all.subList(0, Math.min(MOST, all.size()))), Math.max(0, all.size() - MOST));
    }

    private static void add(List<Change> all, Side then, Side now, Line line) {
        Line old = then.line(line);
        boolean wasBooked = old != null && old.isFixed();
        BigInteger before = then.own(old);
        BigInteger after = now.own(line);
        String kind;
        if (line.isFixed() && !wasBooked) {
            kind = "booked";
        } else if (wasBooked && !line.isFixed()) {
            kind = "reopened";
        } else if (before == null && after == null || before != null && before.equals(after)) {
            return;
        } else {
            kind = before == null ? "entered" : after == null ? "unknown" : "moved";
        }
        all.add(new Change(kind, line.payment(), now.look().picture().component(line).name(), line.fixedOn(), now.text(before), now.text(after)));
    }

    private static void adjusted(List<Change> all, Side now, Instant since) {
        Map<Integer, BigInteger> byPayment = new TreeMap<>();
        now.mine().shown().stream().flatMap(row -> row.adjusted().stream()).filter(each -> each.known().isAfter(since) && each.payment() != 0)
                .forEach(each -> byPayment.merge(each.payment(), each.amount(), BigInteger::add));
        byPayment.forEach((payment, amount) -> all.add(new Change("adjusted", payment, null, null, null, now.text(amount))));
    }

    private static void entries(List<Change> all, Side now, Instant since) {
        record Moved(LocalDate on, Cause cause) {}
        Map<Moved, BigInteger> moved = new LinkedHashMap<>();
        now.mine().shown().stream().flatMap(row -> row.entries().stream()).filter(entry -> entry.known().isAfter(since) && entry.kind() != Cause.PAYMENT)
                .forEach(entry -> moved.merge(new Moved(entry.on(), entry.kind()), entry.amount(), BigInteger::add));
        moved.forEach((of, amount) -> {
            if (amount.signum() != 0) {
                all.add(new Change(of.cause() == Cause.INITIAL ? "opening" : of.cause().word(), null, null, of.on(), null, now.text(amount)));
            }
        });
    }

    private static void warrants(List<Change> all, Side then, Side now) {
        WarrantsView before = WarrantsView.of(then.look(), then.mine());
        WarrantsView after = WarrantsView.of(now.look(), now.mine());
        String had = before == null ? null : before.own().count();
        String has = after == null ? null : after.own().count();
        if (has == null ? had != null : !has.equals(had)) {
            all.add(new Change("warrants", null, null, null, had, has));
        }
    }
}
