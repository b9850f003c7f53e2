package org.prorata.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A portal in a process of its own, for tests that end it in ways no portal should be ended. */
public final class KillablePortal {

    static final String READY = "Prorata serves at ";

    final Process process;
    final Path output;
    private final Path directory;

    private KillablePortal(Process process, Path output, Path data) {
        this.process = process;
        this.output = output;
        this.directory = data.resolve("postgres");
    }

    /** The packaged portal, as {@code java -jar} starts it. */
    public static KillablePortal packaged(Path data, Map<String, String> environment) {
        return launch(data, environment, "-jar", System.getProperty("built.jar", "target/quarkus-app/quarkus-run.jar"));
    }

    /** The same start with the database only. */
    static KillablePortal databaseOnly(Path data) {
        List<String> arguments = new ArrayList<>(List.of("-cp", System.getProperty("java.class.path")));
        String bin = System.getProperty("test.postgres.bin");
        if (bin != null) {
            arguments.add("-Dtest.postgres.bin=" + bin);
        }
        arguments.add(DatabaseOnly.class.getName());
        arguments.add(data.toString());
        return launch(data, Map.of(), arguments.toArray(String[]::new));
    }

    private static KillablePortal launch(Path data, Map<String, String> environment, String... arguments) {
        try {
            List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
            command.addAll(List.of(arguments));
            Files.createDirectories(data);
            Path output = Files.createTempFile(data.getParent(), data.getFileName().toString(), ".out");
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("PRORATA_"));
            builder.environment().putAll(Map.of("PRORATA_DATA", data.toString(),
                    "QUARKUS_HTTP_PORT", String.valueOf(freePort()), "QUARKUS_MANAGEMENT_PORT", String.valueOf(freePort())));
            builder.environment().putAll(environment);
            return new KillablePortal(builder.start(), output, data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static int freePort() {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String said() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it serves; fails with what it said if it does not. */
    public KillablePortal awaitReady() throws InterruptedException {
        long until = System.nanoTime() + Duration.ofSeconds(120).toNanos();
        while (!said().contains(READY)) {
            if (!process.isAlive() || System.nanoTime() > until) {
                throw new AssertionError("did not start: " + said());
            }
            Thread.sleep(50);
        }
        return this;
    }

    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("did not end: " + said());
        }
        return process.exitValue();
    }

    /** SIGTERM, as {@code kill} sends it. */
    public int terminate() throws InterruptedException {
        process.destroy();
        return awaitEnd();
    }

    /** SIGKILL of the portal alone: its database server goes on without it. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        awaitEnd();
    }

    /** SIGKILL of the portal and of its database server with all its children. */
    public void killWithDatabase() throws InterruptedException {
        List<ProcessHandle> server = serverProcesses();
        process.destroyForcibly();
        server.forEach(ProcessHandle::destroyForcibly);
        awaitEnd();
    }

    /** SIGKILL of the portal and the server's first process: the server's children are still going when the next one starts. */
    void killWithPostmaster() throws InterruptedException {
        List<ProcessHandle> server = serverProcesses();
        process.destroyForcibly();
        server.get(0).destroyForcibly();
        awaitEnd();
    }

    private List<ProcessHandle> serverProcesses() {
        ProcessHandle first = ProcessHandle.of(Postmaster.of(directory).orElseThrow().pid()).orElseThrow();
        return Stream.concat(Stream.of(first), first.descendants()).toList();
    }

    Postmaster server() {
        return Postmaster.of(directory).orElseThrow();
    }
}
