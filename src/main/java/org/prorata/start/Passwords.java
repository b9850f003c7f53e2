package org.prorata.start;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;
import java.util.Set;
import org.prorata.web.PrivateFiles;

/**
 * The passwords of the embedded database's three roles: random, made once, kept in a file of mode 0600.
 *
 * @param admin  of {@code postgres}, used only to create the other two
 * @param owner  of the role that owns the tables
 * @param portal of the role the portal connects as
 */
record Passwords(String admin, String owner, String portal) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Reads the file, or makes it where there is no database yet. */
    static Passwords of(Path file, boolean databaseExists) {
        try {
            if (Files.exists(file)) {
                return read(file);
            }
            if (databaseExists) {
                throw new CannotStart("The file " + file + " with the database's passwords is missing: put it back from your backup.");
            }
            Passwords made = new Passwords(random(), random(), random());
            PrivateFiles.write(file, "# Made by the portal for its own database. Keep it with the database: it does not open without.\n"
                    + "admin=" + made.admin + "\nowner=" + made.owner + "\nportal=" + made.portal + "\n");
            return made;
        } catch (IOException e) {
            throw new CannotStart("The file " + file + " cannot be read or written (" + e + ").", e);
        }
    }

    private static Passwords read(Path file) throws IOException {
        Properties kept = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            kept.load(in);
        }
        if (!kept.keySet().containsAll(Set.of("admin", "owner", "portal"))) {
            throw new CannotStart("The file " + file + " lacks a password: put it back from your backup.");
        }
        return new Passwords(kept.getProperty("admin"), kept.getProperty("owner"), kept.getProperty("portal"));
    }

    private static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** No password is ever printed. */
    @Override
    public String toString() {
        return "Passwords[…]";
    }
}
