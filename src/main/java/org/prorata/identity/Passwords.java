package org.prorata.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id hashes of passwords (RFC 9106; m = 46 MiB, t = 1, p = 1, as OWASP's password storage sheet gives it), written in the usual
 * {@code $argon2id$v=19$…} form with their own parameters, so that these can be raised later. At most two are computed at once: each takes
 * 46 MiB and a core.
 */
@ApplicationScoped
public class Passwords {

    private static final int MEMORY_KIB = 46 * 1024;
    private static final int PASSES = 1;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int AT_ONCE = 2;
    private static final long LONGEST_WAIT_SECONDS = 15;

    private final SecureRandom random = new SecureRandom();
    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final String nobodys = format(salt(), new byte[HASH_BYTES]);

    /** A hash with a salt of its own, waiting for its turn; refused as {@link Busy} after 15 s. */
    public String hash(String password) {
        return inTurn(() -> {
            byte[] salt = salt();
            return format(salt, argon2id(password, salt, MEMORY_KIB, PASSES, LANES, HASH_BYTES));
        });
    }

    /** Whether it is the password of that hash. A null hash, of a name nobody has, costs the same time and is never right. */
    boolean matches(String password, String hashOrNull) {
        // $argon2id$v=19$m=47104,t=1,p=1$salt$hash
        String[] parts = (hashOrNull == null ? nobodys : hashOrNull).split("\\$");
        String[] cost = parts[3].split(",");
        byte[] expected = Base64.getDecoder().decode(parts[5]);
        byte[] found = argon2id(password, Base64.getDecoder().decode(parts[4]), number(cost[0]), number(cost[1]), number(cost[2]), expected.length);
        return MessageDigest.isEqual(expected, found) && hashOrNull != null;
    }

    /** Runs work that hashes; at most two at once in this process, the others wait. */
    <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new Busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private byte[] salt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }

    private static byte[] argon2id(String password, byte[] salt, int memoryKib, int passes, int lanes, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id).withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib).withIterations(passes).withParallelism(lanes).withSalt(salt).build());
        byte[] hash = new byte[length];
        generator.generateBytes(typed(password).getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    /** Keyboards differ in how they compose an accented letter: the same letters are the same password. */
    static String typed(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private static String format(byte[] salt, byte[] hash) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + "$" + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }

    private static int number(String parameter) {
        return Integer.parseInt(parameter.substring(2));
    }

    /** Too many are waiting to have their password looked at. */
    static final class Busy extends RuntimeException {
    }
}
