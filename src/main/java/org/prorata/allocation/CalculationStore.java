package org.prorata.allocation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.UUID;
import org.prorata.allocation.Calculation.Result;
import org.prorata.approval.Turn;
import org.prorata.calc.Split;
import org.prorata.register.Lender;

/** Writes calculations: the body once, and one row a lender, all rows in one statement. */
@ApplicationScoped
class CalculationStore {

    @Inject ObjectMapper json;

    void store(Turn turn, long termsVersion, UUID proposalId, List<Lender> lenders, boolean illustrative, Calculation calculation) {
        CalculationRow row = new CalculationRow();
        row.dealId = turn.dealId();
        row.no = CalculationRow.latestNo(turn.dealId()) + 1;
        row.known = turn.known();
        row.termsVersion = termsVersion;
        row.body = write(new Body(illustrative, calculation.lines()));
        row.proposalId = proposalId;
        row.persist();
        CalculationRow.flush();
        storeSlices(turn.dealId(), row.no, lenders, calculation.results().stream().filter(result -> !result.line().isFixed()).toList());
    }

    private void storeSlices(UUID dealId, int no, List<Lender> lenders, List<Result> results) {
        List<String[]> rows = new ArrayList<>();
        for (int i = 0; i < lenders.size(); i++) {
            rows.add(arrays(results, i));
        }
        CalculationRow.getEntityManager().createNativeQuery("""
                insert into lender_figures (deal_id, calculation_no, lender_id, slices, weights, ranks, carries, positions)
                select :deal, :no, lender, cast(slices as numeric[]), cast(weights as numeric[]), cast(ranks as int[]), cast(carries as text[]),
                       cast(positions as numeric[])
                  from unnest(cast(:lender as uuid[]), cast(:slices as text[]), cast(:weights as text[]), cast(:ranks as text[]), cast(:carries as text[]),
                              cast(:positions as text[])) as t (lender, slices, weights, ranks, carries, positions)""")
                .setParameter("deal", dealId)
                .setParameter("no", no)
                .setParameter("lender", lenders.stream().map(Lender::id).toArray(UUID[]::new))
                .setParameter("slices", column(rows, 0))
                .setParameter("weights", column(rows, 1))
                .setParameter("ranks", column(rows, 2))
                .setParameter("carries", column(rows, 3))
                .setParameter("positions", column(rows, 4))
                .executeUpdate();
    }

    private static String[] column(List<String[]> rows, int column) {
        return rows.stream().map(row -> row[column]).toArray(String[]::new);
    }

    /** One lender's arrays as PostgreSQL writes them: slices, weights, ranks, carries, positions. */
    private static String[] arrays(List<Result> results, int lender) {
        StringJoiner slices = array();
        StringJoiner weights = array();
        StringJoiner ranks = array();
        StringJoiner carries = array();
        StringJoiner positions = array();
        for (Result result : results) {
            if (result.isOpen()) {
                Split split = result.split();
                slices.add(split.slice(lender).toString());
                weights.add(split.weight(lender).toString());
                ranks.add(Integer.toString(split.rank(lender)));
                carries.add(split.carry(lender).toString());
            } else {
                slices.add("NULL");
                weights.add("NULL");
                ranks.add("NULL");
                carries.add("NULL");
            }
            result.positions().forEach(stretch -> positions.add(stretch[lender].toString()));
        }
        return new String[] {slices.toString(), weights.toString(), ranks.toString(), carries.toString(), positions.toString()};
    }

    private static StringJoiner array() {
        return new StringJoiner(",", "{", "}");
    }

    private String write(Body body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
