package org.prorata.calc;

/** Dates or calendars from which no schedule can be made. The message names the value and what would be right. */
public class DateRefused extends IllegalArgumentException {

    DateRefused(String message) {
        super(message);
    }
}
