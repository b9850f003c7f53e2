package org.prorata.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The test vectors of RFC 6238, appendix B, all of them. */
class TotpTest {

    private static final String DIGITS = "1234567890";

    @ParameterizedTest
    @CsvSource({
        "59, 94287082, 46119246, 90693936",
        "1111111109, 07081804, 68084774, 25091201",
        "1111111111, 14050471, 67062674, 99943326",
        "1234567890, 89005924, 91819424, 93441116",
        "2000000000, 69279037, 90698825, 38618901",
        "20000000000, 65353130, 77737706, 47863826"})
    void codes_are_those_of_the_standard(long seconds, String sha1, String sha256, String sha512) {
        long step = seconds / Totp.STEP_SECONDS;
        assertThat(new Totp("HmacSHA1", 8).code(secret(20), step)).isEqualTo(sha1);
        assertThat(new Totp("HmacSHA256", 8).code(secret(32), step)).isEqualTo(sha256);
        assertThat(new Totp("HmacSHA512", 8).code(secret(64), step)).isEqualTo(sha512);
        assertThat(Totp.USUAL.code(secret(20), step)).isEqualTo(sha1.substring(2));
    }

    private static byte[] secret(int length) {
        return DIGITS.repeat(7).substring(0, length).getBytes(StandardCharsets.US_ASCII);
    }
}
