package org.prorata.start;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs PostgreSQL's programs. */
final class PostgresTools {

    private final Path bin;

    PostgresTools(Path bin) {
        this.bin = bin;
    }

    /** The exit code of the program, and what it said. */
    record Said(int code, String words) {

        boolean well() {
            return code == 0;
        }

        String lastLine() {
            String stripped = words.strip();
            return stripped.substring(stripped.lastIndexOf('\n') + 1);
        }
    }

    Said run(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (rootOnLinux()) {
            // PostgreSQL refuses to run as root. In a user namespace of its own it is nobody there, and the files stay ours.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        Path words = null;
        try {
            // A file, not a pipe: the server inherits our end of a pipe, and reading to its end would wait for ever.
            words = Files.createTempFile("postgres", ".out");
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(words.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            builder.environment().put("LC_ALL", "C");
            Process process = builder.start();
            process.getOutputStream().close();
            int code = process.waitFor();
            return new Said(code, Files.readString(words, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new CannotStart("PostgreSQL's " + program + " cannot be run (" + e.getMessage() + ").", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while running PostgreSQL's " + program + ".", e);
        } finally {
            delete(words);
        }
    }

    private static boolean rootOnLinux() {
        try {
            Path self = Path.of("/proc/self");
            return Files.exists(self) && Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"));
        } catch (IOException | UnsupportedOperationException notLinux) {
            return false;
        }
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
