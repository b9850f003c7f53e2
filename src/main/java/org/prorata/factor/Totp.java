package org.prorata.factor;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes of the time (RFC 6238).
 *
 * @param hash   of the HMAC, as Java names it, such as {@code HmacSHA1}
 * @param digits of a code, from 6 to 8
 */
record Totp(String hash, int digits) {

    /** What authenticator apps make where nothing else is said, and many whatever is said. */
    static final Totp USUAL = new Totp("HmacSHA1", 6);
    static final int STEP_SECONDS = 30;

    private static final int LOW_FOUR_BITS = 0x0f;
    private static final int WITHOUT_SIGN = 0x7fffffff;

    /** The code of the step of so many times {@link #STEP_SECONDS} since 1970. */
    String code(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance(hash);
            mac.init(new SecretKeySpec(secret, hash));
            byte[] digest = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int number = ByteBuffer.wrap(digest).getInt(digest[digest.length - 1] & LOW_FOUR_BITS) & WITHOUT_SIGN;
            String all = "0".repeat(digits) + number;
            return all.substring(all.length() - digits);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
