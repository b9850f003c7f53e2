package org.prorata.overview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prorata.adjustment.OpenByDeal;
import org.prorata.allocation.Glance;
import org.prorata.allocation.PaymentRow;
import org.prorata.allocation.PaymentRow.LeftOut;
import org.prorata.allocation.Status;
import org.prorata.approval.ProposalRow;
import org.prorata.calc.Money;
import org.prorata.deal.Unconfirmed;
import org.prorata.overview.Task.Kind;

/** What of one deal is due soon, overdue, unknown, out of balance or open, for one who sees all of it. */
final class Tasks {

    /** How far ahead a payment is said to be due soon. */
    static final int SOON_DAYS = 30;

    private final Glance glance;
    private final boolean proposes;
    private final String base;
    private final List<Task> tasks = new ArrayList<>();

    private Tasks(Glance glance, boolean proposes) {
        this.glance = glance;
        this.proposes = proposes;
        this.base = "/deals/" + glance.head().deal();
    }

    /**
     * @param open null where no adjustment is
     * @param more how many proposals wait beside those that have a task of their own
     */
    static List<Task> of(Glance glance, boolean proposes, OpenByDeal.Open open, int more) {
        Tasks found = new Tasks(glance, proposes);
        if (more > 0) {
            found.tasks.add(new Task(Kind.PROPOSALS, glance.head().deal(), glance.head().title(), null, "/approvals", proposes, null, null, null, null, null, more, null));
        }
        if (!glance.head().lapsed()) {
            found.payments();
            found.unknown();
            found.standing();
        }
        found.adjustments(open);
        found.unconfirmed();
        return found.tasks;
    }

    static Task of(ProposalRow row, boolean agent) {
        return new Task(row.waitsForYou() ? Kind.DECIDE : Kind.WAITING, row.deal(), row.dealTitle(), null, "/approvals/" + row.id(), row.waitsForYou() || agent && row.own(), null,
                row.title(), row.stale() ? "stale" : null, null, null, 1, row.madeBy());
    }

    private void add(Kind kind, String path, boolean doing, Integer payment, String name, String waits, LocalDate on, Money amount, int count) {
        tasks.add(new Task(kind, glance.head().deal(), glance.head().title(), glance.head().sign(), base + path, doing, payment, name, waits, on, amount == null ? null : amount.decimal(), count, null));
    }

    private void payments() {
        List<PaymentRow> overdue = glance.payments().stream().filter(row -> row.status() == Status.OVERDUE).toList();
        if (!overdue.isEmpty()) {
            payment(Kind.OVERDUE, overdue.get(0), overdue.size());
        }
        LocalDate soon = glance.today().plusDays(SOON_DAYS);
        glance.payments().stream().filter(row -> row.status() != Status.OVERDUE && row.status() != Status.PAID && !row.due().isAfter(soon)).forEach(row -> payment(Kind.DUE, row, 1));
    }

    private void payment(Kind kind, PaymentRow row, int count) {
        boolean books = proposes && row.bookable();
        add(kind, "/payments/" + row.number() + (books ? "/book" : ""), books, row.number(), null, row.status().word(), row.due(), row.sum() == null ? null : row.sum().deal(), count);
    }

    /** Each amount that is to be entered by its own name; what waits for a rate or a day count once for all payments. */
    private void unknown() {
        Map<String, List<LeftOut>> found = new LinkedHashMap<>();
        glance.payments().stream().flatMap(row -> row.leftOut().stream())
                .forEach(out -> found.computeIfAbsent(out.waitsFor().equals("amount") ? out.waitsFor() + out.payment() + out.component() : out.waitsFor(), none -> new ArrayList<>()).add(out));
        found.values().forEach(outs -> {
            LeftOut first = outs.get(0);
            String path = first.waitsFor().equals("amount") && proposes ? "/payments/" + first.payment() + "/amount/" + first.component() : "/payments/" + first.payment();
            add(Kind.UNKNOWN, path, proposes, first.payment(), first.name(), first.waitsFor(), first.due(), null, outs.size());
        });
    }

    private void standing() {
        int conditions = (int) (glance.standing().conditions().size() - glance.standing().met());
        if (conditions > 0) {
            add(Kind.CONDITIONS, "", proposes, null, null, null, null, null, conditions);
        }
        int signatures = (int) (glance.standing().signatures().size() - glance.standing().signed());
        if (signatures > 0) {
            add(Kind.SIGNATURES, "", proposes, null, null, null, glance.standing().signBy(), null, signatures);
        }
    }

    private void adjustments(OpenByDeal.Open open) {
        if (open != null) {
            add(Kind.ADJUSTMENTS, "/adjustments", proposes, null, null, null, null, Money.ofMinor(open.toLenders(), glance.terms().currency()), open.adjustments());
        }
    }

    private void unconfirmed() {
        if (glance.head().illustrative()) {
            add(Kind.ILLUSTRATIVE, proposes ? "/register/propose" : "/register", proposes, null, null, null, null, null, 1);
        }
        int assumed = Unconfirmed.assumed(glance.terms());
        if (assumed > 0) {
            add(Kind.ASSUMED, "", proposes, null, null, null, null, null, assumed);
        }
    }
}
