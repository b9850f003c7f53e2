package org.prorata.allocation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.prorata.allocation.Calculation.Result;
import org.prorata.approval.Turn;
import org.prorata.calc.Fraction;
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
        // Of ten thousand lenders this is half of the work of a change, and each lender's is its own.
        results.parallelStream().filter(Result::isOpen).forEach(result -> result.split().rank(0));
        List<String[]> rows = IntStream.range(0, lenders.size()).parallel().mapToObj(lender -> arrays(results, lender)).toList();
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
        StringBuilder slices = new StringBuilder();
        StringBuilder weights = new StringBuilder();
        StringBuilder ranks = new StringBuilder();
        StringBuilder carries = new StringBuilder();
        StringBuilder positions = new StringBuilder();
        for (Result result : results) {
            if (result.isOpen()) {
                Split split = result.split();
                Fraction.append(next(slices), split.slice(lender));
                Fraction.append(next(weights), split.weight(lender));
                next(ranks).append(split.rank(lender));
                split.carry(lender).appendTo(next(carries));
            } else {
                List.of(slices, weights, ranks, carries).forEach(array -> next(array).append("NULL"));
            }
            result.positions().forEach(stretch -> Fraction.append(next(positions), stretch[lender]));
        }
        return Stream.of(slices, weights, ranks, carries, positions).map(array -> array.length() == 0 ? "{}" : array.append('}').toString()).toArray(String[]::new);
    }

    private static StringBuilder next(StringBuilder array) {
        return array.append(array.length() == 0 ? '{' : ',');
    }

    private String write(Body body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
