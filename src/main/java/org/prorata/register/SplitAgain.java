package org.prorata.register;

import org.prorata.approval.Applied;

/** Splits again what was booked or issued over shares that turn out to have been others (rule F13). Implemented by the room that splits. */
public interface SplitAgain {

    /**
     * Called once a change has written its entries, in the same turn. Every booked component whose weights the change alters is split again: its principal in the
     * register, and for each lender what was paid too much or too little as an adjustment. Cash already paid and the booked totals stay. Where no weight changes
     * nothing is written.
     */
    void after(Applied applied);
}
