package org.prorata.allocation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.prorata.adjustment.Adjustment;
import org.prorata.adjustment.Adjustment.LineDraft;
import org.prorata.adjustment.Adjustment.SliceDraft;
import org.prorata.allocation.Facts.ComponentKey;
import org.prorata.allocation.Facts.Fixed;
import org.prorata.approval.Applied;
import org.prorata.calc.Split;
import org.prorata.deal.DealTerms;
import org.prorata.deal.Stage;
import org.prorata.deal.Terms;
import org.prorata.deal.WarrantTerms;
import org.prorata.payment.Booking;
import org.prorata.register.Cause;
import org.prorata.register.Entry;
import org.prorata.register.Lender;
import org.prorata.register.SplitAgain;
import org.prorata.web.Today;

/** Rule F13, after a change of the past: payment entries reversed and split again in the register, and the differences from what was paid raised as an adjustment. */
@ApplicationScoped
class Resplit implements SplitAgain {

    private static final String PRINCIPAL = "principal:";

    @Inject FactsReader reader;
    @Inject ObjectMapper json;
    @Inject Today today;

    @Override
    public void after(Applied applied) {
        Terms terms = DealTerms.latest(applied.dealId()).terms();
        if (nothingBehind(applied, terms)) {
            return;
        }
        FactsReader.Around around = reader.around(applied.turn(), terms);
        Facts before = around.before().facts();
        Facts now = around.now().facts();
        List<UUID> lenders = around.now().lenders().stream().map(Lender::id).toList();
        Reopened was = Reopened.ifPossible(before);
        Reopened is = Reopened.of(now);
        List<LineDraft> lines = new ArrayList<>();
        Map<ComponentKey, Split> principal = new HashMap<>();
        now.fixed().forEach((key, fixed) -> {
            Reopened.Due due = is.of(key);
            Reopened.Due until = was == null ? null : was.of(key);
            boolean moved = until == null || !sameWeights(until.split(), due.split());
            if (moved) {
                lines.add(line(key, fixed, due, until, lenders));
            }
            if (isPrincipal(key) && (moved || !before.fixed().get(key).valueDate().equals(fixed.valueDate()))) {
                principal.put(key, due.split());
            }
        });
        before.fixed().forEach((key, fixed) -> {
            if (!now.fixed().containsKey(key)) {
                lines.add(notPaid(key, fixed, lenders));
                if (isPrincipal(key)) {
                    principal.put(key, null);
                }
            }
        });
        if (was != null && issued(terms) && !around.before().illustrative()) {
            warrants(was.warrants(), is.warrants(), lenders, lines);
        }
        lines.sort((a, b) -> a.paymentNo() != b.paymentNo() ? Integer.compare(a.paymentNo(), b.paymentNo()) : a.component().compareTo(b.component()));
        Adjustment.raise(applied.turn(), applied.proposalId(), lines);
        Entry.append(applied.turn(), applied.proposalId(), entries(applied, now, principal, lenders));
    }

    /** A change of what lies after everything booked and issued, the usual case, need not be looked at: only positions up to a value date count for what was paid on it. */
    private boolean nothingBehind(Applied applied, Terms terms) {
        LocalDate first = Entry.firstOf(applied.turn());
        boolean bookings = Booking.of(applied.dealId(), null).equals(Booking.of(applied.dealId(), applied.turn().before()));
        return bookings && (first == null || Booking.of(applied.dealId(), null).stream().allMatch(booking -> first.isAfter(booking.valueDate()))
                && (!issued(terms) || first.isAfter(terms.warrants().issueDate().value())));
    }

    private static boolean isPrincipal(ComponentKey key) {
        return key.component().startsWith(PRINCIPAL);
    }

    private static boolean sameWeights(Split a, Split b) {
        for (int i = 0; i < a.size(); i++) {
            if (!a.weight(i).multiply(b.weightSum()).equals(b.weight(i).multiply(a.weightSum()))) {
                return false;
            }
        }
        return true;
    }

    /** @param until what was due before the change; null where that cannot be told */
    private LineDraft line(ComponentKey key, Fixed fixed, Reopened.Due due, Reopened.Due until, List<UUID> lenders) {
        Split split = due.split();
        List<SliceDraft> slices = new ArrayList<>();
        for (int i = 0; i < lenders.size(); i++) {
            slices.add(slice(lenders.get(i), fixed.due(i), split.part(i)));
        }
        BigInteger computed = until == null || !Objects.equals(until.computed(), due.computed()) ? due.computed() : null;
        return new LineDraft(key.payment(), key.component(), fixed.total(), computed, working(due), slices);
    }

    private static SliceDraft slice(UUID lender, BigInteger before, Split.Part part) {
        return new SliceDraft(lender, before, part.slice(), part.exact().toString(), part.weight(), part.carry().toString(), part.rank());
    }

    /** Of what was not paid nothing is due beside: what earlier adjustments made due is taken back. */
    private LineDraft notPaid(ComponentKey key, Fixed fixed, List<UUID> lenders) {
        List<SliceDraft> slices = new ArrayList<>();
        fixed.moved().forEach((lender, moved) -> {
            BigInteger paid = fixed.due(lender).subtract(moved);
            slices.add(new SliceDraft(lenders.get(lender), fixed.due(lender), paid, paid.toString(), null, null, null));
        });
        return new LineDraft(key.payment(), key.component(), fixed.total(), null, write(null), slices);
    }

    /** Warrants of a deal in force are out from their issue date on (rule F8); a change of that day's shares found later makes some of them due from one lender to another. */
    private boolean issued(Terms terms) {
        WarrantTerms warrants = terms.warrants();
        LocalDate now = today.today(terms.zone().value());
        return warrants != null && warrants.count().known() && !warrants.issueDate().value().isAfter(now) && terms.standing().stage(now) == Stage.EFFECTIVE;
    }

    private void warrants(Split was, Split is, List<UUID> lenders, List<LineDraft> lines) {
        if (was != null && is != null && !Arrays.equals(was.slices(), is.slices())) {
            List<SliceDraft> slices = new ArrayList<>();
            for (int i = 0; i < lenders.size(); i++) {
                slices.add(slice(lenders.get(i), was.slice(i), is.part(i)));
            }
            lines.add(new LineDraft(Adjustment.WARRANTS, Line.WARRANTS, is.total(), null, working(Reopened.Due.of(is)), slices));
        }
    }

    /** The payment entries of what is split again, taken back and written right: one split null is not paid at all. */
    private static List<Entry.Draft> entries(Applied applied, Facts now, Map<ComponentKey, Split> principal, List<UUID> lenders) {
        List<Entry.Draft> drafts = new ArrayList<>();
        Map<ComponentKey, Map<UUID, Entry>> standing = new HashMap<>();
        for (Entry entry : Entry.standing(applied.dealId())) {
            if (entry.kind() == Cause.PAYMENT) {
                standing.computeIfAbsent(new ComponentKey(entry.paymentNo(), PRINCIPAL + entry.tranche()), key -> new HashMap<>()).put(entry.lenderId(), entry);
            }
        }
        principal.forEach((key, split) -> {
            for (int i = 0; i < lenders.size(); i++) {
                Entry paid = standing.getOrDefault(key, Map.of()).get(lenders.get(i));
                BigInteger right = split == null ? BigInteger.ZERO : split.slice(i).negate();
                LocalDate on = split == null ? null : now.fixed().get(key).valueDate();
                if (paid != null && !(paid.amount().equals(right) && paid.on().equals(on))) {
                    drafts.add(paid.reversal(applied.reference()));
                }
                if (split != null && (paid == null || !(paid.amount().equals(right) && paid.on().equals(on)))) {
                    drafts.add(new Entry.Draft(on, lenders.get(i), key.component().substring(PRINCIPAL.length()), right, Cause.CORRECTION, Cause.PAYMENT, null,
                            applied.reference(), "entered", key.payment()));
                }
            }
        });
        return drafts;
    }

    private String working(Reopened.Due due) {
        return write(Line.Working.of(due.split(), due.factors(), due.holdersOn()));
    }

    private String write(Line.Working working) {
        try {
            return json.writeValueAsString(working);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
