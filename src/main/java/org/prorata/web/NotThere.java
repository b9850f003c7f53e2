package org.prorata.web;

/**
 * There is no such thing for the one who asks: 404. Carries nothing, so that what belongs to another and what does not
 * exist are answered alike.
 */
public class NotThere extends RuntimeException {

    public NotThere() {
        super("not there", null, false, false);
    }
}
