package org.prorata.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is sealed opens for its user under its key, and for nobody else. */
class SecretsTest {

    private static final byte[] SECRET = "twenty bytes of seed".getBytes(StandardCharsets.US_ASCII);

    private final UUID user = UUID.randomUUID();
    private final Secrets secrets = new Secrets(Optional.of("0f".repeat(32)));

    @Test
    void what_is_sealed_opens_again_and_does_not_show() {
        byte[] sealed = secrets.seal(user, SECRET);
        assertThat(secrets.open(user, sealed)).hasValue(SECRET);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("twenty", "seed");
        assertThat(secrets.seal(user, SECRET)).as("sealed once more").isNotEqualTo(sealed);
    }

    @Test
    void another_user_another_key_and_a_changed_byte_open_nothing() {
        byte[] sealed = secrets.seal(user, SECRET);
        assertThat(secrets.open(UUID.randomUUID(), sealed)).isEmpty();
        assertThat(new Secrets(Optional.of("f0".repeat(32))).open(user, sealed)).isEmpty();
        assertThat(new Secrets(Optional.empty()).open(user, sealed)).isEmpty();
        for (int at = 0; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            assertThat(secrets.open(user, changed)).as("byte " + at).isEmpty();
        }
        assertThat(secrets.open(user, new byte[3])).isEmpty();
    }

    @Test
    void a_key_is_of_64_hexadecimal_digits_and_is_not_said_again() {
        assertThatThrownBy(() -> new Secrets(Optional.of("secret"))).hasMessageContaining("prorata.secrets.key", "64 hexadecimal digits").hasMessageNotContaining("'secret'");
        assertThat(new Secrets(Optional.of(" ")).canKeep()).isFalse();
        assertThat(secrets.canKeep()).isTrue();
    }
}
