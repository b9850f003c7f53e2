package org.prorata.mail;

import java.util.Optional;

/**
 * Writes mail at the moment it is sent, so that it says only what its reader may know by then, and nothing to one who may not any more. A CDI bean is one; what is to be
 * written is put into the outbox by {@link Outbox#postLate}.
 */
public interface LateLetter {

    /** By which the outbox knows it; stays the same for ever. */
    String kind();

    /** Called on the sender's own thread, within its transaction. Empty: there is nothing to say, or nobody to say it to; no mail is sent then. */
    Optional<Letter> write(String about);

    /** It was sent, or will never be: in the transaction that notes that. */
    void done(String about);
}
