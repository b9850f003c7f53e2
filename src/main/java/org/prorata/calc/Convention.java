package org.prorata.calc;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/** Where a date moves that is no business day (rule F9). A business day stays under all of them. */
public enum Convention {

    /** Nowhere. */
    NONE("none") {
        @Override
        LocalDate adjust(LocalDate date, Predicate<LocalDate> business) {
            return date;
        }
    },

    /** To the next business day. */
    FOLLOWING("following") {
        @Override
        LocalDate adjust(LocalDate date, Predicate<LocalDate> business) {
            return step(date, 1, business);
        }
    },

    /** To the next business day, but to the one before where the next lies in another month. */
    MODIFIED_FOLLOWING("modified-following") {
        @Override
        LocalDate adjust(LocalDate date, Predicate<LocalDate> business) {
            LocalDate next = step(date, 1, business);
            return next.getMonth() == date.getMonth() ? next : step(date, -1, business);
        }
    },

    /** To the business day before: what "by no later than" needs. */
    PRECEDING("preceding") {
        @Override
        LocalDate adjust(LocalDate date, Predicate<LocalDate> business) {
            return step(date, -1, business);
        }
    };

    private final String code;

    Convention(String code) {
        this.code = code;
    }

    /** As deal files write it: "none", "following", "modified-following", "preceding". */
    public String code() {
        return code;
    }

    public static Optional<Convention> byCode(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }

    abstract LocalDate adjust(LocalDate date, Predicate<LocalDate> business);

    private static LocalDate step(LocalDate date, int days, Predicate<LocalDate> business) {
        LocalDate found = date;
        while (!business.test(found)) {
            found = found.plusDays(days);
        }
        return found;
    }
}
