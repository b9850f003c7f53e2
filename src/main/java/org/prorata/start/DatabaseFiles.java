package org.prorata.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.prorata.start.PostgresTools.Said;
import org.prorata.web.PrivateFiles;

/** The files of the embedded database: made once, by the release of PostgreSQL that will always open them. */
final class DatabaseFiles {

    private static final String UNFINISHED = "postgres.new";

    private final DataFolder folder;
    private final Path directory;
    private final PostgresTools tools;

    DatabaseFiles(DataFolder folder, Path directory, PostgresTools tools) {
        this.folder = folder;
        this.directory = directory;
        this.tools = tools;
    }

    /** Runs initdb beside and renames what it made, so that a portal killed meanwhile leaves nothing that looks whole. */
    void makeIfMissing(String password) {
        if (Files.exists(directory)) {
            return;
        }
        Path adminPassword = folder.resolve("admin.password");
        try {
            deleteUnfinished();
            // A name of its own each time: an initdb whose portal was killed may still be writing to the last one.
            Path unfinished = Files.createTempDirectory(folder.path(), UNFINISHED);
            PrivateFiles.write(adminPassword, password + "\n");
            Said said = tools.run("initdb", "-D", unfinished.toString(), "-U", "postgres", "-A", "scram-sha-256",
                    "--pwfile=" + adminPassword, "-E", "UTF8", "--no-locale", "--data-checksums");
            if (!said.well()) {
                throw new CannotStart("PostgreSQL cannot make its database in " + folder.path() + ": " + said.lastLine());
            }
            PrivateFiles.move(unfinished, directory);
        } catch (IOException e) {
            throw new CannotStart("PostgreSQL cannot make its database in " + folder.path() + " (" + e + ").", e);
        } finally {
            adminPassword.toFile().delete();
        }
    }

    /** The files of one main release of PostgreSQL do not open with another. */
    void checkRelease() {
        try {
            String files = Files.readString(directory.resolve("PG_VERSION")).strip();
            String server = tools.run("postgres", "--version").words().replaceAll("(?s).*?(\\d+).*", "$1");
            if (!files.equals(server)) {
                throw new CannotStart("The database in " + directory + " was made by PostgreSQL " + files + " and this portal brings "
                        + server + ": run the portal that made it, or move the data with pg_dump.");
            }
        } catch (IOException e) {
            throw new CannotStart("The database in " + directory + " is damaged (" + e + "): restore it from your backup.", e);
        }
    }

    private void deleteUnfinished() throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder.path(), UNFINISHED + "*")) {
            for (Path each : left) {
                PrivateFiles.deleteTree(each);
            }
        } catch (DirectoryNotEmptyException | UncheckedIOException stillWrittenTo) {
            // Left for the next start; nothing reads it.
            return;
        }
    }
}
