package org.prorata.deal;

/** A value that a rule does not take; the message says what would be right. */
final class NotRight extends RuntimeException {

    private final transient SheetNode at;

    NotRight(String right) {
        this(null, right);
    }

    /** @param at the part of the value that is wrong; null where it is the whole */
    NotRight(SheetNode at, String right) {
        super(right, null, false, false);
        this.at = at;
    }

    SheetNode at() {
        return at;
    }
}
