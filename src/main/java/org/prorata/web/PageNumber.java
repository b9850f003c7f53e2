package org.prorata.web;

/** The number of a page of a list, from 1. */
public final class PageNumber {

    private static final int MOST = 1_000_000;

    private PageNumber() {
    }

    /** The number as it is; {@link BadInput} (400) where it is less than 1 or beyond all lists. */
    public static int checked(String parameter, int number) {
        if (number < 1 || number > MOST) {
            throw wrong(parameter, String.valueOf(number));
        }
        return number;
    }

    /** The number that a text says, 1 where it says nothing; {@link BadInput} (400) where it says no such number. */
    static int of(String parameter, String text) {
        if (text == null || text.isBlank()) {
            return 1;
        }
        try {
            return checked(parameter, Integer.parseInt(text.strip()));
        } catch (NumberFormatException none) {
            throw wrong(parameter, text);
        }
    }

    private static BadInput wrong(String parameter, String told) {
        return BadInput.inAddress(parameter, told, "the number of a page, from 1");
    }
}
