package org.prorata.allocation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.prorata.allocation.Calculation.Result;
import org.prorata.allocation.Facts.ComponentKey;
import org.prorata.allocation.Facts.Paying;
import org.prorata.approval.Comparison;
import org.prorata.approval.Figures;
import org.prorata.approval.Turn;
import org.prorata.calc.Split;
import org.prorata.deal.DealFile;
import org.prorata.deal.DealTerms;
import org.prorata.deal.ImportPart;
import org.prorata.deal.Terms;
import org.prorata.deal.Tranche;
import org.prorata.payment.FixedSlice;
import org.prorata.payment.SlicesAt;
import org.prorata.register.Lender;
import org.prorata.register.Projected;
import org.prorata.web.Today;

/** What other rooms ask of the figures: to recompute a deal, to compare, to project positions, to split what is about to be booked. */
@ApplicationScoped
class DealFigures implements Figures, ImportPart, Projected, SlicesAt {

    @Inject FactsReader reader;
    @Inject CalculationStore store;
    @Inject ObjectMapper json;
    @Inject Today today;

    @Override
    public void recompute(Turn turn, UUID proposalId) {
        DealTerms terms = DealTerms.latest(turn.dealId());
        FactsReader.Read read = reader.read(turn.dealId(), terms.terms());
        store.store(turn, terms.version(), proposalId, read.lenders(), read.illustrative(), Calculator.calculate(read.facts(), json));
    }

    @Override
    public int order() {
        return 100;
    }

    /** The first calculation of a deal, once all other parts of the file are in. */
    @Override
    public void imported(Turn turn, Terms terms, DealFile file) {
        recompute(turn, null);
    }

    @Override
    public Comparison compare(UUID dealId, Runnable change) {
        ComparisonSide before = side(dealId);
        change.run();
        return ComparisonSide.compare(before, side(dealId), today.today(before.facts().terms().zone().value()));
    }

    private ComparisonSide side(UUID dealId) {
        FactsReader.Read read = reader.read(dealId, DealTerms.latest(dealId).terms());
        return new ComparisonSide(read.facts(), Calculator.calculate(read.facts(), json), AgentsOwn.lenders(read.facts().terms(), read.lenders(), names -> Lender.everNamed(dealId, names)));
    }

    @Override
    public Map<String, Map<UUID, BigInteger>> beforePayments(UUID dealId, LocalDate on, Set<Long> without) {
        Terms terms = DealTerms.latest(dealId).terms();
        FactsReader.Read read = reader.read(dealId, terms, without);
        Projection projection = Projection.onStatedDates(read.facts());
        Map<String, Map<UUID, BigInteger>> positions = new LinkedHashMap<>();
        for (Tranche tranche : terms.tranches()) {
            BigInteger[] held = projection.of(tranche.id()).beforePayments(on);
            Map<UUID, BigInteger> ofTranche = new LinkedHashMap<>();
            for (int i = 0; i < held.length; i++) {
                if (held[i].signum() != 0) {
                    ofTranche.put(read.lenders().get(i).id(), held[i]);
                }
            }
            positions.put(tranche.id(), ofTranche);
        }
        return positions;
    }

    @Override
    public List<Worked> asOf(UUID dealId, int payment, Set<String> components, LocalDate valueDate) {
        FactsReader.Read read = reader.read(dealId, DealTerms.latest(dealId).terms());
        Map<ComponentKey, Paying> booking = new HashMap<>();
        components.forEach(component -> booking.put(new ComponentKey(payment, component), new Paying(valueDate, null)));
        List<Worked> worked = new ArrayList<>();
        for (Result result : Calculator.calculate(read.facts().booking(booking), json).results()) {
            if (result.line().isKnown() && booking.containsKey(new ComponentKey(result.line().payment(), result.line().component()))) {
                worked.add(new Worked(result.line().component(), result.line().total(), write(result.line().working()), drafts(read, result)));
            }
        }
        return worked;
    }

    private static List<FixedSlice.Draft> drafts(FactsReader.Read read, Result result) {
        List<FixedSlice.Draft> drafts = new ArrayList<>();
        for (int i = 0; i < read.lenders().size(); i++) {
            int lender = i;
            Split.Part part = result.split().part(lender);
            drafts.add(new FixedSlice.Draft(read.lenders().get(lender).id(), part.slice(), part.exact().toString(), part.weight(), part.carry().toString(),
                    part.rank(), result.positions().stream().map(stretch -> stretch[lender]).toList()));
        }
        return drafts;
    }

    private String write(Line.Working working) {
        try {
            return json.writeValueAsString(working);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
