package org.prorata.factor;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps secrets that the portal itself must read from those who read the database: AES-256 in Galois/Counter mode, each bound to its user, so that none can be moved to another. The key
 * is {@code prorata.secrets.key}; a portal with a database of its own keeps one in its data folder. Sealed is a byte for the form, four that name the key, a nonce of twelve, and what GCM makes.
 */
@ApplicationScoped
class Secrets {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final byte FORM = 1;
    private static final int NAME_BYTES = 4;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final Optional<byte[]> key;

    /** @throws IllegalArgumentException where the key is not of 64 hexadecimal digits */
    Secrets(@ConfigProperty(name = "prorata.secrets.key") Optional<String> configured) {
        this.key = configured.map(String::strip).filter(text -> !text.isEmpty()).map(Secrets::read);
    }

    private static byte[] read(String text) {
        if (!text.matches("[0-9A-Fa-f]{" + 2 * KEY_BYTES + "}")) {
            throw new IllegalArgumentException("prorata.secrets.key has to be of 64 hexadecimal digits, such as `openssl rand -hex 32` makes.");
        }
        return HexFormat.of().parseHex(text);
    }

    /** Whether there is a key. */
    boolean canKeep() {
        return key.isPresent();
    }

    byte[] seal(UUID user, byte[] secret) {
        byte[] with = key.orElseThrow(() -> new IllegalStateException("There is no prorata.secrets.key."));
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] made = run(Cipher.ENCRYPT_MODE, with, user, nonce, secret).orElseThrow();
        return ByteBuffer.allocate(1 + NAME_BYTES + NONCE_BYTES + made.length).put(FORM).put(name(with)).put(nonce).put(made).array();
    }

    /** Empty where it was sealed for another user, or with another key than the portal has now. */
    Optional<byte[]> open(UUID user, byte[] sealed) {
        int head = 1 + NAME_BYTES + NONCE_BYTES;
        return key.filter(with -> sealed.length > head && sealed[0] == FORM && Arrays.equals(name(with), 0, NAME_BYTES, sealed, 1, 1 + NAME_BYTES))
                .flatMap(with -> run(Cipher.DECRYPT_MODE, with, user, Arrays.copyOfRange(sealed, 1 + NAME_BYTES, head), Arrays.copyOfRange(sealed, head, sealed.length)));
    }

    private static Optional<byte[]> run(int mode, byte[] key, UUID user, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(user.toString().getBytes(StandardCharsets.UTF_8));
            return Optional.of(cipher.doFinal(input));
        } catch (GeneralSecurityException notOurs) {
            return Optional.empty();
        }
    }

    /** Names a key without telling anything of it. */
    private static byte[] name(byte[] key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("prorata key ".getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest.digest(key), NAME_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
