package org.prorata.deal;

import java.util.UUID;

/** What a room adds to an exported deal. */
public interface ExportPart {

    /** Lower goes first. */
    int order();

    void contribute(UUID deal, DealFileDraft draft);
}
