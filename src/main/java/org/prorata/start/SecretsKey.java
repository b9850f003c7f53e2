package org.prorata.start;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;
import org.prorata.web.PrivateFiles;

/**
 * The key that a portal with a database of its own keeps secrets with, where none is configured: random, made once, in a file of mode 0600 beside the database and not in it. Without it
 * authenticator apps have to be set up anew; nothing else depends on it.
 */
final class SecretsKey {

    private static final String KEY = "key";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private SecretsKey() {
    }

    /** Reads the file, or makes it. 64 hexadecimal digits. */
    static String of(Path file) {
        try {
            if (!Files.exists(file)) {
                byte[] bytes = new byte[BYTES];
                RANDOM.nextBytes(bytes);
                PrivateFiles.write(file, "# Made by the portal: the secrets of authenticator apps are encrypted with it. Keep it with the database.\n" + KEY + "=" + HexFormat.of().formatHex(bytes) + "\n");
            }
            Properties kept = new Properties();
            try (Reader in = Files.newBufferedReader(file)) {
                kept.load(in);
            }
            String key = kept.getProperty(KEY, "").strip();
            if (!key.matches("[0-9A-Fa-f]{" + 2 * BYTES + "}")) {
                throw new CannotStart("The file " + file + " lacks its key: put it back from your backup.");
            }
            return key;
        } catch (IOException e) {
            throw new CannotStart("The file " + file + " cannot be read or written (" + e + ").", e);
        }
    }
}
