package org.prorata.start;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.prorata.web.PrivateFiles;

/**
 * The folder that holds everything the portal keeps when it brings its own database. One portal at a time: the folder
 * is locked for as long as this object is open. The lock belongs to the process, so a killed portal leaves none behind.
 */
public final class DataFolder implements AutoCloseable {

    private final Path path;
    // Kept open on purpose, and opened only once: closing any other descriptor of this file would drop the lock.
    private final FileChannel lockFile;

    private DataFolder(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /**
     * Makes the folder if it is not there, and locks it.
     *
     * @throws CannotStart if another portal has it, or it cannot be written
     */
    public static DataFolder open(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
            PrivateFiles.closeToOthers(path);
            FileChannel file = FileChannel.open(path.resolve("portal.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(file) == null) {
                file.close();
                throw new CannotStart("Another portal (process " + processNumber(path) + ") is running on " + path
                        + ": stop it, or set PRORATA_DATA to another folder.");
            }
            return new DataFolder(path.toRealPath(), file);
        } catch (IOException e) {
            throw new CannotStart("The data folder " + path + " cannot be written (" + e + "): set PRORATA_DATA to a folder that can.", e);
        }
    }

    private static FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static String processNumber(Path folder) {
        try {
            return Files.readString(folder.resolve("portal.pid")).strip();
        } catch (IOException e) {
            return "unknown";
        }
    }

    public Path path() {
        return path;
    }

    public Path resolve(String name) {
        return path.resolve(name);
    }

    /** Writes this process's number to {@code portal.pid}, for whoever wants to stop the portal. */
    public void writeProcessNumber() {
        try {
            Files.writeString(resolve("portal.pid"), ProcessHandle.current().pid() + "\n");
        } catch (IOException e) {
            throw new CannotStart("Cannot write " + resolve("portal.pid") + " (" + e + ").", e);
        }
    }

    /** Takes the process number away and gives the folder free. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(resolve("portal.pid"));
            lockFile.close();
        } catch (IOException e) {
            throw new IllegalStateException("Closing " + path, e);
        }
    }
}
