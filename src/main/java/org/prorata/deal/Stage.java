package org.prorata.deal;

import java.util.Locale;

/** How far a deal has come. */
public enum Stage {
    /** A term sheet: not all have signed. */
    INDICATIVE,
    /** All have signed, a condition is open. */
    DEFINITIVE,
    /** All have signed and every condition is met. */
    EFFECTIVE,
    /** Not all had signed by the last day to sign: the terms of before stand. */
    LAPSED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
