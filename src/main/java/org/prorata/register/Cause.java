package org.prorata.register;

/** Why principal moved. Within a day the opening and transfers come first, then exchanges, then payments (rule F4); a correction comes with what it corrects. */
public enum Cause {
    INITIAL(0), TRANSFER(0), EXCHANGE(1), PAYMENT(2), CORRECTION(-1);

    private final int placeInDay;

    Cause(int placeInDay) {
        this.placeInDay = placeInDay;
    }

    /** Not asked of a correction: {@link Entry#kind} says what it corrects. */
    public int placeInDay() {
        if (this == CORRECTION) {
            throw new IllegalStateException("a correction has the place of what it corrects");
        }
        return placeInDay;
    }

    public String word() {
        return name().toLowerCase();
    }

    public static Cause of(String word) {
        return valueOf(word.toUpperCase());
    }
}
