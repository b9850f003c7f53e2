package org.prorata.allocation;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.prorata.allocation.Calculation.Result;
import org.prorata.allocation.Facts.Move;
import org.prorata.allocation.LenderRow.OwnEntry;
import org.prorata.allocation.LenderRow.OwnSlice;
import org.prorata.calc.Split;
import org.prorata.deal.DealFile;
import org.prorata.deal.OpeningLine;
import org.prorata.deal.Terms;
import org.prorata.deal.Tranche;
import org.prorata.payment.PaymentPlan;
import org.prorata.register.Cause;

/** A deal's picture and every lender's rows without a database: what the views are made of. */
record SampleFigures(Picture picture, List<LenderRow> rows) {

    /** A transfer of one tranche between two lenders, by their places in the register. */
    record Transfer(LocalDate on, String tranche, int from, int to, String minor) {}

    static SampleFigures of(DealFile file, Terms terms, Transfer... transfers) {
        List<Move> moves = new ArrayList<>();
        List<BigInteger> left = new ArrayList<>(file.opening().lines().stream().map(OpeningLine::total).toList());
        for (Tranche tranche : terms.tranches()) {
            BigInteger[] slices = Split.withoutCarry(tranche.principal().value(), left.toArray(BigInteger[]::new)).slices();
            for (int i = 0; i < slices.length; i++) {
                left.set(i, left.get(i).subtract(slices[i]));
                moves.add(new Move(file.opening().on(), Cause.INITIAL.placeInDay(), i, tranche.id(), slices[i], ""));
            }
        }
        for (Transfer transfer : transfers) {
            BigInteger amount = new BigInteger(transfer.minor());
            moves.add(new Move(transfer.on(), Cause.TRANSFER.placeInDay(), transfer.from(), transfer.tranche(), amount.negate(), "T"));
            moves.add(new Move(transfer.on(), Cause.TRANSFER.placeInDay(), transfer.to(), transfer.tranche(), amount, "T"));
        }
        Facts facts = new Facts(terms, PaymentPlan.of(terms), file.lenders().stream().map(lender -> lender.name()).toList(), moves, List.of(), Map.of(), Map.of());
        Calculation calculation = Calculator.calculate(facts, new ObjectMapper());
        Picture picture = new Picture(new UUID(1, 1), terms.slug(), file.opening().on(), 1, Instant.parse("2026-01-01T00:00:00Z"), terms, facts.payments(),
                new Body(true, calculation.lines()), List.of());
        List<LenderRow> rows = new ArrayList<>();
        for (int i = 0; i < file.lenders().size(); i++) {
            rows.add(row(file, moves, calculation, i));
        }
        return new SampleFigures(picture, rows);
    }

    private static LenderRow row(DealFile file, List<Move> moves, Calculation calculation, int lender) {
        Map<Line, OwnSlice> slices = new IdentityHashMap<>();
        for (Result result : calculation.results()) {
            if (result.isOpen()) {
                Split.Part part = result.split().part(lender);
                slices.put(result.line(), new OwnSlice(part.slice(), part.exact(), part.weight(), part.carry(), part.rank(),
                        result.positions().stream().map(stretch -> stretch[lender]).toList()));
            }
        }
        List<OwnEntry> entries = moves.stream().filter(move -> move.lender() == lender).map(move -> new OwnEntry(0, move.on(), Instant.EPOCH, move.tranche(), move.amount(),
                move.placeInDay() == 0 && move.reference().isEmpty() ? "initial" : "transfer", move.reference(), null, null, null)).toList();
        return new LenderRow(new UUID(2, lender), lender + 1, file.lenders().get(lender).id(), file.lenders().get(lender).name(), List.of(), null, entries, slices, List.of());
    }

    AllocationView allocation(String on, String today, int... lenders) {
        List<LenderRow> mine = java.util.Arrays.stream(lenders).mapToObj(rows::get).toList();
        return AllocationView.of(look(on, today), new Mine(mine, mine));
    }

    Look look(String on, String today) {
        return new Look(picture, LocalDate.parse(on), LocalDate.parse(today), false);
    }
}
