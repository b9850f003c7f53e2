package org.prorata.identity;

import java.util.UUID;
import org.prorata.web.NotThere;

/** Random numbers of users, grants, sessions, tokens, second factors, drafts and proposals as addresses name them. */
public final class Numbers {

    private Numbers() {
    }

    /** Refused as {@link NotThere} where it is none, as where nobody has it. */
    public static UUID of(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new NotThere();
        }
    }
}
