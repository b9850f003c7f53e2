package org.prorata.adjustment;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.prorata.approval.Applied;
import org.prorata.approval.Change;
import org.prorata.approval.Payloads;
import org.prorata.register.Lender;
import org.prorata.web.BadInput;
import org.prorata.web.Problem;

/** Takes back that something was settled: it is open again from then on, and can be settled otherwise. It moves no figure. Refused: lenders with whom nothing is settled. */
@ApplicationScoped
public class TakeSettlementBack implements Change {

    public static final String KIND = "adjustment.unsettle";

    /** @param lenders handles; null or empty: all with whom something of the adjustment is settled */
    public record Form(Integer adjustment, List<String> lenders) {}

    /** A settlement that stands. */
    private record Settled(Lender lender, Settlement settlement) {}

    @Inject Payloads payloads;

    @Override
    public String kind() {
        return KIND;
    }

    private Form form(JsonNode payload) {
        Form form = payloads.read(payload, Form.class, "adjustment is a number, lenders a list of names");
        if (form == null) {
            throw new BadInput("payload", null, "must say adjustment");
        }
        return form;
    }

    /** By handle, in register order. */
    private static Map<String, Settled> settled(UUID dealId, Integer adjustment) {
        Map<UUID, Settlement> standing = Settlement.standing(dealId, null).stream().filter(each -> adjustment != null && each.no == adjustment)
                .collect(Collectors.toMap(each -> each.lenderId, each -> each));
        Map<String, Settled> settled = new LinkedHashMap<>();
        Lender.of(dealId, null).stream().filter(lender -> standing.containsKey(lender.id()))
                .forEach(lender -> settled.put(lender.handle(), new Settled(lender, standing.get(lender.id()))));
        return settled;
    }

    private static List<String> chosen(Form form, Map<String, Settled> settled) {
        return form.lenders() == null || form.lenders().isEmpty() ? List.copyOf(settled.keySet()) : form.lenders().stream().distinct().toList();
    }

    @Override
    public List<Problem> check(UUID dealId, JsonNode payload) {
        Form form = form(payload);
        Map<String, Settled> settled = settled(dealId, form.adjustment());
        if (settled.isEmpty()) {
            return List.of(new Problem("adjustment", String.valueOf(form.adjustment()), "has nothing settled"));
        }
        List<Problem> problems = new ArrayList<>();
        chosen(form, settled).stream().filter(handle -> !settled.containsKey(handle)).forEach(handle ->
                problems.add(new Problem("lenders", handle, "has nothing settled in adjustment " + form.adjustment() + "; settled are " + settled.keySet())));
        return problems;
    }

    @Override
    public void apply(Applied applied, JsonNode payload) {
        Form form = form(payload);
        Map<String, Settled> settled = settled(applied.dealId(), form.adjustment());
        chosen(form, settled).forEach(handle -> SettlementReversal.write(applied, settled.get(handle).settlement()));
    }

    @Override
    public String title(UUID dealId, JsonNode payload) {
        Form form = form(payload);
        Map<String, Settled> settled = settled(dealId, form.adjustment());
        List<Settled> chosen = chosen(form, settled).stream().map(settled::get).toList();
        return "Take back the settlement of adjustment " + form.adjustment() + " with "
                + chosen.stream().limit(3).map(each -> each.lender().name() + ", " + each.settlement().how + " on " + each.settlement().on).collect(Collectors.joining("; "))
                + (chosen.size() > 3 ? "; and " + (chosen.size() - 3) + " more" : "");
    }

    @Override
    public Optional<String> form(UUID dealId, String dealSlug, JsonNode payload) {
        return Optional.of("/deals/" + dealSlug + "/adjustments/" + form(payload).adjustment() + "/unsettle");
    }
}
