package org.prorata.deal;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Puts a deal together as a file that imports to the same figures. It holds every lender's position: for the agent alone. */
@ApplicationScoped
public class DealExport {

    @Inject
    @All
    List<ExportPart> parts;

    /** @param known the deal as the portal knew it then; null: now. Before it was imported there is nothing: refused as {@code NotThere} */
    @Transactional
    public DealFile of(UUID deal, Instant known) {
        DealFileDraft draft = new DealFileDraft(DealTerms.asOf(deal, known).terms());
        parts.stream().sorted(Comparator.comparingInt(ExportPart::order)).forEach(part -> part.contribute(deal, known, draft));
        return draft.file();
    }
}
