package org.prorata.deal;

import org.prorata.approval.Turn;

/** What a room does with an imported deal, inside the import's one transaction. */
public interface ImportPart {

    /** Lower goes first. */
    int order();

    /** Writes the room's part of the file. What it cannot take is thrown as bad input: then nothing of the deal is written. */
    void imported(Turn turn, Terms terms, DealFile file);
}
