package org.prorata.deal;

import java.time.Instant;
import java.util.UUID;

/** What a room adds to an exported deal. */
public interface ExportPart {

    /** Lower goes first. */
    int order();

    /** @param known as the portal knew the deal then; null: now */
    void contribute(UUID deal, Instant known, DealFileDraft draft);
}
