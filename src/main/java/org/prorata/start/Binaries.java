package org.prorata.start;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.prorata.web.PrivateFiles;
import org.tukaani.xz.XZInputStream;

/** Unpacks PostgreSQL's programs ({@code initdb}, {@code pg_ctl}, {@code postgres}) from the jar for this machine. */
final class Binaries {

    private Binaries() {
    }

    /**
     * The folder with the programs, unpacked below {@code parent} if they are not there yet. Unpacking happens beside and
     * ends in one renaming, so a portal killed while unpacking leaves nothing that would be taken for whole.
     */
    static Path unpack(Path parent) {
        String archive = archive(System.getProperty("os.name"), System.getProperty("os.arch"));
        URL packed = Binaries.class.getResource("/" + archive);
        if (packed == null) {
            throw new CannotStart("No PostgreSQL is packed for this machine (" + archive
                    + "): set QUARKUS_DATASOURCE_JDBC_URL and the rest to use a server of your own.");
        }
        try {
            Path whole = parent.resolve("postgres-" + digest(packed));
            if (!Files.exists(whole)) {
                Path unfinished = parent.resolve("unpacking");
                PrivateFiles.deleteTree(unfinished);
                extract(packed, unfinished);
                PrivateFiles.move(unfinished, whole);
            }
            return whole.resolve("bin");
        } catch (IOException e) {
            throw new CannotStart("PostgreSQL cannot be unpacked to " + parent + " (" + e + ").", e);
        }
    }

    static String archive(String osName, String osArch) {
        String os = osName.toLowerCase(Locale.ROOT);
        String system = os.startsWith("mac") ? "darwin" : os.startsWith("windows") ? "windows" : os.replace(' ', '_');
        String machine = switch (osArch) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> osArch;
        };
        return "postgres-" + system + "-" + machine + ".txz";
    }

    /** Enough of the archive's SHA-256 to tell one release of the programs from the next. */
    private static String digest(URL packed) throws IOException {
        try (InputStream in = packed.openStream()) {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] part = new byte[1 << 16];
            for (int read = in.read(part); read >= 0; read = in.read(part)) {
                sha256.update(part, 0, read);
            }
            return HexFormat.of().formatHex(sha256.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void extract(URL packed, Path folder) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed.openStream())))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("outside of the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                    continue;
                }
                Files.createDirectories(target.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, target);
                    if (target.getParent().endsWith("bin") && !target.toFile().setExecutable(true)) {
                        throw new IOException("cannot be made executable: " + target);
                    }
                }
            }
        }
    }
}
