package org.prorata.calc;

import java.util.Arrays;
import java.util.Optional;

/** How often interest falls due. */
public enum Frequency {
    MONTHLY(1, "monthly"),
    QUARTERLY(3, "quarterly"),
    HALF_YEARLY(6, "half-yearly"),
    YEARLY(12, "yearly");

    private final int months;
    private final String code;

    Frequency(int months, String code) {
        this.months = months;
        this.code = code;
    }

    /** The months of one period. */
    public int months() {
        return months;
    }

    /** As deal files write it: "monthly", "quarterly", "half-yearly", "yearly". */
    public String code() {
        return code;
    }

    public static Optional<Frequency> byCode(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }
}
