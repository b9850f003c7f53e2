package org.prorata.deal;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What happened after the opening: transfers add up to nothing in each tranche on each day, and nobody ever holds less than nothing. */
final class PositionChecks {

    private static final String ALL = "";

    private record Step(LocalDate on, String lender, String tranche, BigInteger amount, int movement) {
    }

    private final SheetSection file;
    private final OpeningRegister opening;

    private PositionChecks(SheetSection file, OpeningRegister opening) {
        this.file = file;
        this.opening = opening;
    }

    static void check(SheetSection file, Terms terms, OpeningRegister opening, List<Movement> movements, List<PaidPayment> paid) {
        PositionChecks checks = new PositionChecks(file, opening);
        checks.transfersAddUpToNothing(movements);
        checks.nobodyHoldsLessThanNothing(movements, paid);
    }

    private void transfersAddUpToNothing(List<Movement> movements) {
        Map<List<Object>, BigInteger> sums = new HashMap<>();
        Map<List<Object>, Integer> last = new HashMap<>();
        for (int i = 0; i < movements.size(); i++) {
            Movement m = movements.get(i);
            if (!m.cause().equals(Movement.EXCHANGE)) {           // a correction is one of a transfer
                sums.merge(List.of(m.on(), m.tranche()), m.amount(), BigInteger::add);
                last.put(List.of(m.on(), m.tranche()), i);
            }
        }
        sums.forEach((key, sum) -> {
            if (sum.signum() != 0) {
                wrong(last.get(key), "Transfers that add up to zero, with their corrections: those in " + key.get(1) + " on " + key.get(0) + " add up to "
                        + TranchesSection.shown(sum, file.reading()));
            }
        });
    }

    private void nobodyHoldsLessThanNothing(List<Movement> movements, List<PaidPayment> paid) {
        Map<List<String>, BigInteger> positions = new HashMap<>();
        for (OpeningLine line : opening.lines()) {
            if (opening.byTranche()) {
                line.byTranche().forEach((tranche, amount) -> positions.put(List.of(line.lender(), tranche), amount));
            } else {
                positions.put(List.of(line.lender(), ALL), line.total());
            }
        }
        List<Step> steps = steps(movements, paid);
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            positions.merge(List.of(step.lender(), step.tranche()), step.amount(), BigInteger::add);
            boolean dayEnds = i + 1 == steps.size() || !steps.get(i + 1).on().equals(step.on());
            if (dayEnds && refusedDay(steps, i, positions)) {
                return;
            }
        }
    }

    /** Looks at those whom the day that ends with step {@code last} concerned. */
    private boolean refusedDay(List<Step> steps, int last, Map<List<String>, BigInteger> positions) {
        boolean refused = false;
        for (int i = last; i >= 0 && steps.get(i).on().equals(steps.get(last).on()); i--) {
            Step step = steps.get(i);
            BigInteger position = positions.get(List.of(step.lender(), step.tranche()));
            if (position.signum() < 0) {
                wrong(step.movement(), "Nobody holds less than nothing: after " + step.on() + " " + step.lender() + " would hold "
                        + TranchesSection.shown(position, file.reading()) + (step.tranche().equals(ALL) ? "" : " in " + step.tranche()));
                refused = true;
            }
        }
        return refused;
    }

    private List<Step> steps(List<Movement> movements, List<PaidPayment> paid) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < movements.size(); i++) {
            Movement m = movements.get(i);
            steps.add(new Step(m.on(), m.lender(), tranche(m.tranche()), m.amount(), i));
        }
        for (PaidPayment payment : paid) {
            for (PaidComponent component : payment.components()) {
                if (component.component().startsWith("principal:")) {
                    String tranche = component.component().substring("principal:".length());
                    component.slices().forEach(s -> steps.add(
                            new Step(payment.valueDate(), s.lender(), tranche(tranche), s.principal().negate(), -1)));
                }
            }
        }
        steps.sort(Comparator.comparing(Step::on));
        return steps;
    }

    /** Where the opening states totals, only totals are looked at: what lies in which tranche is found when the register spreads them. */
    private String tranche(String id) {
        return opening.byTranche() ? id : ALL;
    }

    /** @param movement its index, or −1 where a payment is to blame */
    private void wrong(int movement, String right) {
        if (movement < 0) {
            file.wrong("paid", right);
            return;
        }
        SheetNode.Items items = (SheetNode.Items) file.raw("movements");
        file.reading().problems().add(items.items().get(movement).line(), "movements[" + (movement + 1) + "].amount", "", right);
    }
}
