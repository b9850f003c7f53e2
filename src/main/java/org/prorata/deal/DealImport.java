package org.prorata.deal;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.prorata.approval.DealVersion;
import org.prorata.approval.Turn;
import org.prorata.audit.Trail;
import org.prorata.web.BadInput;

/** Takes a deal file into the portal, all or nothing. */
@ApplicationScoped
public class DealImport {

    @Inject
    @All
    List<ImportPart> parts;

    @Inject
    Trail trail;

    /** So many lenders and the database is not left to find out by itself, within a minute or so, that they are there. */
    private static final int MANY_LENDERS = 500;

    @Inject
    EntityManager database;

    /**
     * Takes in a file as somebody sent it; a refusal stands in the trail. Outside a transaction.
     *
     * @throws BadTermSheet with everything that is wrong with the file
     * @throws BadInput     where the deal's name in addresses is taken, or a room cannot take its part
     */
    Deal take(byte[] sent, UUID by) {
        return noted(() -> run(TermSheetReader.read(sent), by));
    }

    /** An import of a file as somebody wrote it; a refusal stands in the trail. Outside a transaction; throws what it throws. */
    public Deal noted(Supplier<Deal> run) {
        try {
            return run.get();
        } catch (BadTermSheet bad) {
            refused(bad.problems());
            throw bad;
        } catch (BadInput bad) {
            refused(bad.problems().stream().map(SheetProblem::of).toList());
            throw bad;
        }
    }

    private void refused(List<SheetProblem> problems) {
        trail.writeApart("deal.refused", null, "a term sheet", Map.of("problems", problems.size(), "first", problems.get(0).field(), "right", problems.get(0).right()));
    }

    /**
     * One transaction; where many lenders came in, a second one lets the database count, or it would search them as if they were a handful.
     *
     * @param by the user who imports; null for the portal itself
     * @throws BadInput where the deal's name in addresses is taken, or a room cannot take its part
     */
    public Deal run(DealFile file, UUID by) {
        Deal deal = QuarkusTransaction.joiningExisting().call(() -> within(file, by));
        if (file.lenders().size() >= MANY_LENDERS) {
            QuarkusTransaction.joiningExisting().run(() -> database.createNativeQuery("select 1 from prorata_count_rows()").getSingleResult());
        }
        return deal;
    }

    /** The import itself, in the caller's transaction. */
    public Deal within(DealFile file, UUID by) {
        Terms terms = file.terms();
        Turn turn = DealVersion.open(UUID.randomUUID());
        Deal deal = Deal.make(turn, terms.slug(), file.opening().on(), by).orElseThrow(() -> new BadInput("deal.slug", terms.slug(),
                "Another deal has this name in addresses: choose another"));
        DealTerms.append(turn, terms, null);
        parts.stream().sorted(Comparator.comparingInt(ImportPart::order)).forEach(part -> part.imported(turn, terms, file));
        trail.write("deal.imported", deal.id(), deal.slug(), Map.of("title", terms.title().value(), "lenders", file.lenders().size(),
                "tranches", terms.tranches().size()));
        return deal;
    }
}
