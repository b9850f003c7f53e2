package org.prorata.register;

/** Why principal moved. Within a day transfers (and the opening and corrections) come first, then exchanges, then payments (rule F4). */
public enum Cause {
    INITIAL(0), CORRECTION(0), TRANSFER(0), EXCHANGE(1), PAYMENT(2);

    private final int placeInDay;

    Cause(int placeInDay) {
        this.placeInDay = placeInDay;
    }

    public int placeInDay() {
        return placeInDay;
    }

    public String word() {
        return name().toLowerCase();
    }

    public static Cause of(String word) {
        return valueOf(word.toUpperCase());
    }
}
