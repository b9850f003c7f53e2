package org.prorata.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.prorata.Desk.Staffed;
import org.prorata.identity.Visitor;

/** What the portal shows of a deal over HTTP, to its agent and to Endeavour. */
record ShownByThePortal(Staffed deal, ObjectMapper json) {

    /** The agent's table by column and lender. */
    Map<String, String> figures(String at) throws Exception {
        JsonNode matrix = read(deal.first(), "/matrix" + at);
        Map<String, String> figures = new TreeMap<>();
        for (int column = 0; column < matrix.get("columns").size(); column++) {
            JsonNode head = matrix.get("columns").get(column);
            assertThat(head.get("proven").asBoolean()).as(head.toString()).isTrue();
            for (JsonNode row : matrix.get("rows")) {
                JsonNode cell = row.get("cells").get(column);
                figures.put(head.get("key").asText() + " " + row.get("lender").asText(), cell.isNull() ? "not known" : cell.asText());
            }
        }
        return figures;
    }

    Map<String, String> statuses(LocalDate on) throws Exception {
        Map<String, String> statuses = new TreeMap<>();
        for (JsonNode payment : read(deal.first(), "/payments?on=" + on).get("payments")) {
            payment.get("components").forEach(component -> statuses.put(payment.get("number").asText() + ":" + component.get("component").asText(), component.get("status").asText()));
        }
        return statuses;
    }

    /** What all adjustments come to that do not cancel. */
    Map<String, String> adjusted() throws Exception {
        Map<String, BigDecimal> sums = new TreeMap<>();
        export().get("adjustments").forEach(each -> sums.merge(each.get("payment").asText() + ":" + each.get("component").asText() + " " + each.get("lender").asText(),
                new BigDecimal(each.get("due").asText()).subtract(new BigDecimal(each.get("before").asText())), BigDecimal::add));
        sums.values().removeIf(sum -> sum.signum() == 0);
        Map<String, String> texts = new TreeMap<>();
        sums.forEach((what, sum) -> texts.put(what, sum.toPlainString()));
        return texts;
    }

    JsonNode export() throws Exception {
        return read(deal.first(), "/export");
    }

    JsonNode endeavours(String at) throws Exception {
        return read(deal.endeavour(), "/allocation" + at);
    }

    private JsonNode read(Visitor who, String rest) throws Exception {
        Response answer = who.asks().get("/api/v1/deals/" + deal.slug() + rest);
        assertThat(answer.statusCode()).as(rest).isEqualTo(200);
        return json.readTree(answer.asByteArray());
    }
}
