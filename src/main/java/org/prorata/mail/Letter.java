package org.prorata.mail;

import java.time.Instant;
import org.prorata.web.SafeText;

/**
 * A mail in plain text to one reader.
 *
 * @param subject cut to one line without control characters
 * @param until   when it is of no use any more, such as the end of a link in it; null: it is tried for as long as any
 */
public record Letter(String to, String subject, String text, Instant until) {

    private static final int LONGEST_SUBJECT = 200;

    /** Refused with an {@link IllegalArgumentException} where the address is none: whoever takes addresses from people looks at them before. */
    public Letter {
        if (!EmailAddress.isOne(to)) {
            throw new IllegalArgumentException("This is no address for mail: " + SafeText.line(to));
        }
        String line = SafeText.line(subject);
        subject = line.length() > LONGEST_SUBJECT ? line.substring(0, LONGEST_SUBJECT) : line;
        if (subject.isBlank() || text == null || text.isBlank()) {
            throw new IllegalArgumentException("A mail has a subject and a text.");
        }
    }
}
