package org.prorata.start;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What PostgreSQL's own {@code postmaster.pid} says of a server on a data directory. After a crash the file may name a
 * process that is gone, or whose number now belongs to a process that has nothing to do with us: PostgreSQL itself
 * would refuse to start on the latter, and ending that process would be worse.
 *
 * @param pid  the process number in the file, -1 if it holds none
 * @param port the port it listens on, -1 if it holds none
 */
record Postmaster(Path directory, long pid, int port) {

    /** What the file says; empty if there is no file. */
    static Optional<Postmaster> of(Path directory) {
        Path file = directory.resolve("postmaster.pid");
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(file);
            return Optional.of(new Postmaster(directory, number(lines, 0), (int) number(lines, 3)));
        } catch (IOException e) {
            throw new CannotStart("The file " + file + " cannot be read (" + e + ").", e);
        }
    }

    private static long number(List<String> lines, int index) {
        try {
            return index < lines.size() ? Long.parseLong(lines.get(index).strip()) : -1;
        } catch (NumberFormatException halfWritten) {
            return -1;
        }
    }

    /** Whether the process of that number is a PostgreSQL server on this very directory. */
    boolean running() {
        return pid > 0 && ProcessHandle.of(pid).filter(ProcessHandle::isAlive).map(this::servesDirectory).orElse(false);
    }

    private boolean servesDirectory(ProcessHandle process) {
        String[] command = commandLine(process);
        if (command.length == 0 || !Path.of(command[0]).getFileName().toString().startsWith("postgres")) {
            return false;
        }
        for (int i = 1; i < command.length - 1; i++) {
            if (command[i].equals("-D") && samePlace(Path.of(command[i + 1]))) {
                return true;
            }
        }
        // A folder renamed while its server ran on: the server's working directory is its data directory.
        return samePlace(Path.of("/proc/" + pid + "/cwd"));
    }

    private boolean samePlace(Path other) {
        try {
            return Files.exists(other) && Files.isSameFile(other, directory);
        } catch (IOException | SecurityException notOurs) {
            return false;
        }
    }

    private static String[] commandLine(ProcessHandle process) {
        Path linux = Path.of("/proc/" + process.pid() + "/cmdline");
        try {
            if (Files.exists(linux)) {
                String line = new String(Files.readAllBytes(linux), StandardCharsets.UTF_8);
                return line.isEmpty() ? new String[0] : line.split("\0");
            }
        } catch (IOException gone) {
            return new String[0];
        }
        String program = process.info().command().orElse("");
        String[] arguments = process.info().arguments().orElse(new String[0]);
        if (program.isEmpty()) {
            return new String[0];
        }
        String[] all = new String[arguments.length + 1];
        all[0] = program;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return all;
    }

    void forget() {
        try {
            Files.deleteIfExists(directory.resolve("postmaster.pid"));
        } catch (IOException e) {
            throw new CannotStart("The stale file " + directory.resolve("postmaster.pid") + " cannot be deleted (" + e + ").", e);
        }
    }
}
