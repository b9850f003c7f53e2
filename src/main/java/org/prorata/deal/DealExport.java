package org.prorata.deal;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Puts a deal together as a file that imports to the same figures. It holds every lender's position: for the agent alone. */
@ApplicationScoped
public class DealExport {

    @Inject
    @All
    List<ExportPart> parts;

    @Transactional
    public DealFile of(UUID deal) {
        DealFileDraft draft = new DealFileDraft(DealTerms.latest(deal).terms());
        parts.stream().sorted(Comparator.comparingInt(ExportPart::order)).forEach(part -> part.contribute(deal, draft));
        return draft.file();
    }
}
