package org.prorata.deal;

import java.time.LocalDate;

/**
 * A signature that the definitive agreement needs.
 *
 * @param party who signs, in the words of the deal
 * @param signed null: not signed
 */
public record Signature(String id, String party, Fact signed) {

    public boolean signedBy(LocalDate day) {
        return signed != null && signed.by(day);
    }
}
