package org.prorata.mail;

import java.io.IOException;
import java.time.Instant;
import java.util.UUID;

/** Brings mail on its way. Returns once it has been taken over; whatever it throws means that it was not, as far as can be known. */
interface Carrier {

    /** @param id by which the one who gets it twice, after a crash just then, can know it for the same */
    void carry(UUID id, Instant made, Letter letter) throws IOException;
}
