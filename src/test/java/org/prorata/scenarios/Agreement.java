package org.prorata.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Holds the agent's export against what {@link Recomputation} makes of its facts. */
final class Agreement {

    private final JsonNode export;
    private final int digits;

    private Agreement(JsonNode export) {
        this.export = export;
        this.digits = export.get("minorDigits").asInt();
    }

    /** Every slice: those still open, those booked with what was due of them since, and what the register says was paid. Tells how many slices were compared. */
    static int of(JsonNode export) {
        Agreement agreement = new Agreement(export);
        agreement.adjustmentsAddUpToZero();
        return agreement.open() + agreement.booked();
    }

    private int open() {
        Map<String, Map<String, BigInteger>> expected = Recomputation.of(export);
        int compared = 0;
        for (JsonNode component : export.get("components")) {
            if (!component.get("booked").asBoolean() && component.has("total")) {
                Map<String, BigInteger> shown = slices(component);
                assertThat(shown).as(name(component)).isEqualTo(expected.get(Recomputation.key(component)));
                compared += shown.size();
            }
        }
        return compared;
    }

    /** What was paid and its adjustments come to what was due; the principal that was due has left the register, whatever was paid. */
    private int booked() {
        Map<String, Map<String, BigInteger>> due = Recomputation.due(export);
        int compared = 0;
        for (JsonNode component : export.get("components")) {
            if (component.get("booked").asBoolean()) {
                Map<String, BigInteger> shown = slices(component);
                adjusted(component).forEach((lender, amount) -> shown.merge(lender, amount, BigInteger::add));
                assertThat(shown).as(name(component) + ", booked, with its adjustments").isEqualTo(due.get(Recomputation.key(component)));
                if (component.get("kind").asText().equals("principal")) {
                    assertThat(left(component)).as(name(component) + " in the register").isEqualTo(shown);
                }
                compared += shown.size();
            }
        }
        return compared;
    }

    private Map<String, BigInteger> slices(JsonNode component) {
        Map<String, BigInteger> slices = new LinkedHashMap<>();
        component.get("slices").forEach(slice -> slices.put(slice.get("lender").asText(), units(component, slice.get("slice"))));
        assertThat(Ledger.sum(slices)).as(name(component)).isEqualTo(units(component, component.get("total")));
        return slices;
    }

    /** Of all times: what was booked, taken back and booked again starts from nothing, since what an earlier booking was adjusted by is taken back with it. */
    private Map<String, BigInteger> adjusted(JsonNode component) {
        Map<String, BigInteger> adjusted = new HashMap<>();
        for (JsonNode each : export.get("adjustments")) {
            if (each.path("payment").equals(component.path("payment")) && each.get("component").equals(component.get("component"))) {
                adjusted.merge(each.get("lender").asText(), units(component, each.get("due")).subtract(units(component, each.get("before"))), BigInteger::add);
            }
        }
        return adjusted;
    }

    private Map<String, BigInteger> left(JsonNode component) {
        Map<String, BigInteger> left = new LinkedHashMap<>();
        component.get("slices").forEach(slice -> left.put(slice.get("lender").asText(), BigInteger.ZERO));
        for (JsonNode entry : export.get("entries")) {
            if (entry.path("payment").equals(component.get("payment")) && entry.get("tranche").equals(component.get("tranche"))) {
                left.merge(entry.get("lender").asText(), units(component, entry.get("amount")).negate(), BigInteger::add);
            }
        }
        return left;
    }

    private void adjustmentsAddUpToZero() {
        Map<String, BigDecimal> lines = new LinkedHashMap<>();
        for (JsonNode each : export.get("adjustments")) {
            lines.merge(each.get("no").asText() + ": payment " + each.path("payment").asText("of warrants") + ", " + each.get("component").asText(),
                    new BigDecimal(each.get("due").asText()).subtract(new BigDecimal(each.get("before").asText())), BigDecimal::add);
        }
        lines.forEach((line, sum) -> assertThat(sum).as("adjustment " + line).isEqualByComparingTo(BigDecimal.ZERO));
    }

    private BigInteger units(JsonNode component, JsonNode decimal) {
        return new BigDecimal(decimal.asText()).movePointRight(component.has("payment") ? digits : 0).toBigIntegerExact();
    }

    private String name(JsonNode component) {
        return export.get("deal").asText() + " as known " + export.get("known").asText() + ": " + Recomputation.key(component);
    }
}
