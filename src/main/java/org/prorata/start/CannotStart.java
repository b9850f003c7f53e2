package org.prorata.start;

/** The portal does not start. The message is one line for the person at the console: what is wrong, and what to do. */
public class CannotStart extends RuntimeException {

    public CannotStart(String line) {
        super(line);
    }

    public CannotStart(String line, Throwable cause) {
        super(line, cause);
    }
}
