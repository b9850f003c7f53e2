package org.prorata.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A row of the trail as it is hashed, each field as its text. Nothing but the JDK: {@link VerifyTrail} runs on it alone.
 *
 * @param chain    the deal's number, or {@code portal}
 * @param no       its place in the chain, from 1
 * @param at       UTC with six digits of a second: {@code 2026-01-02T03:04:05.060708Z}
 * @param user     null where nobody was signed in
 * @param details  JSON, as it was written
 * @param previous the hash of the row before it, {@link #START} in the first
 */
record ChainRow(String chain, long no, String seq, String at, String what, String user, String userName, String address, String subject, String details,
        String previous, String hash) {

    /** What the first row of a chain has as the hash of the one before it. */
    static final String START = "0".repeat(64);

    private static final String FORMAT = "prorata-trail-1";

    /**
     * What its hash has to be, in small hexadecimal digits: SHA-256 over the format's name, chain, number, seq, at, what, user, user's name, address, subject, details and
     * previous hash, in this order, each written as its length in bytes of UTF-8 in decimal digits, a colon, its UTF-8 and a comma; a field that is missing is a hyphen.
     */
    String computedHash() {
        StringBuilder fields = new StringBuilder();
        for (String field : new String[] {FORMAT, chain, Long.toString(no), seq, at, what, user, userName, address, subject, details, previous}) {
            if (field == null) {
                fields.append('-');
            } else {
                fields.append(field.getBytes(StandardCharsets.UTF_8).length).append(':').append(field).append(',');
            }
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(fields.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
