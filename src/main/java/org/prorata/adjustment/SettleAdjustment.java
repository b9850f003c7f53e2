package org.prorata.adjustment;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.prorata.approval.Applied;
import org.prorata.approval.Change;
import org.prorata.approval.Payloads;
import org.prorata.deal.DealTerms;
import org.prorata.deal.Terms;
import org.prorata.register.Lender;
import org.prorata.register.Register;
import org.prorata.web.Problem;
import org.prorata.web.Today;

/** Records that what an adjustment made due from or to lenders is settled. It moves no figure. Refused: lenders of whom nothing is open, a day to come, or one before what it puts right was paid. */
@ApplicationScoped
public class SettleAdjustment implements Change {

    public static final String KIND = "adjustment.settle";

    /** @param lenders handles; null or empty: all of whom something is open; @param on the day it was settled; @param how paid, netted or agreed */
    public record Form(Integer adjustment, List<String> lenders, LocalDate on, String how) {}

    @Inject Payloads payloads;
    @Inject Today today;
    @Inject Register register;

    @Override
    public String kind() {
        return KIND;
    }

    private Form form(JsonNode payload) {
        return payloads.read(payload, Form.class, "adjustment is a number, lenders a list of names, on a date such as 2010-09-10, how paid, netted or agreed");
    }

    /** Those of whom something is open, by handle in register order. */
    static Map<String, Lender> open(UUID dealId, Integer adjustment) {
        Set<UUID> moved = AdjustmentSlice.<AdjustmentSlice>list("dealId = ?1 and no = ?2", dealId, adjustment == null ? 0 : adjustment).stream().map(slice -> slice.lenderId)
                .collect(Collectors.toSet());
        Settlement.standing(dealId, null).stream().filter(settled -> adjustment != null && settled.no == adjustment).forEach(settled -> moved.remove(settled.lenderId));
        Map<String, Lender> open = new LinkedHashMap<>();
        Lender.of(dealId, null).stream().filter(lender -> moved.contains(lender.id())).forEach(lender -> open.put(lender.handle(), lender));
        return open;
    }

    @Override
    public List<Problem> check(UUID dealId, JsonNode payload) {
        Form form = form(payload);
        List<Problem> problems = new ArrayList<>();
        Map<String, Lender> open = open(dealId, form.adjustment());
        if (open.isEmpty()) {
            problems.add(new Problem("adjustment", String.valueOf(form.adjustment()), "has nothing open"));
        } else {
            chosen(form, open).stream().filter(handle -> !open.containsKey(handle)).forEach(handle ->
                    problems.add(new Problem("lenders", handle, "has nothing open in adjustment " + form.adjustment() + "; open are " + open.keySet())));
        }
        Terms terms = DealTerms.latest(dealId).terms();
        LocalDate now = today.today(terms.zone().value());
        LocalDate paid = open.isEmpty() ? null : Adjustment.lastPaid(dealId, form.adjustment()).orElseGet(() -> terms.warrants() == null ? null : terms.warrants().issueDate().value());
        if (form.on() == null) {
            problems.add(new Problem("on", null, "is missing; give the day it was settled, such as " + now));
        } else if (form.on().isAfter(now)) {
            problems.add(new Problem("on", form.on().toString(), "is still to come; what is settled was settled by " + now + " at the latest"));
        } else if (paid != null && form.on().isBefore(paid)) {
            problems.add(new Problem("on", form.on().toString(), "is before what it puts right: that was paid or issued on " + paid));
        } else if (form.on().isBefore(register.opening(dealId))) {
            problems.add(new Problem("on", form.on().toString(), "is before the deal; its register opens on " + register.opening(dealId)));
        }
        if (form.how() == null || !Settlement.WAYS.contains(form.how())) {
            problems.add(new Problem("how", form.how(), "must be one of " + Settlement.WAYS));
        }
        return problems;
    }

    private static List<String> chosen(Form form, Map<String, Lender> open) {
        return form.lenders() == null || form.lenders().isEmpty() ? List.copyOf(open.keySet()) : form.lenders().stream().distinct().toList();
    }

    @Override
    public void apply(Applied applied, JsonNode payload) {
        Form form = form(payload);
        Map<String, Lender> open = open(applied.dealId(), form.adjustment());
        chosen(form, open).forEach(handle -> Settlement.write(applied, form.adjustment(), open.get(handle).id(), form.on(), form.how()));
    }

    @Override
    public String title(UUID dealId, JsonNode payload) {
        Form form = form(payload);
        Map<String, Lender> open = open(dealId, form.adjustment());
        List<String> chosen = chosen(form, open);
        long moved = AdjustmentSlice.<AdjustmentSlice>list("dealId = ?1 and no = ?2", dealId, form.adjustment()).stream().map(slice -> slice.lenderId).distinct().count();
        String who = chosen.size() == moved && chosen.size() > 1 ? "with all lenders" : "with " + chosen.stream().limit(3).map(handle -> open.get(handle).name()).collect(Collectors.joining(", "))
                + (chosen.size() > 3 ? " and " + (chosen.size() - 3) + " more" : "");
        return "Settle adjustment " + form.adjustment() + " " + who + ", " + form.how() + " on " + form.on();
    }

    @Override
    public Optional<String> form(UUID dealId, String dealSlug, JsonNode payload) {
        return Optional.of("/deals/" + dealSlug + "/adjustments/" + form(payload).adjustment() + "/settle");
    }
}
