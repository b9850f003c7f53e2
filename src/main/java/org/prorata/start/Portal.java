package org.prorata.start;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.prorata.web.Door;

/**
 * The portal's process. Looks at the ports, then at the database (its own, or the one the environment names), then serves
 * until it is told to stop. What keeps it from starting is said in one line, with exit code 1.
 */
@QuarkusMain
public final class Portal {

    private static final CountDownLatch SERVED = new CountDownLatch(1);
    private static volatile boolean serving;
    private static volatile String dataPlace;

    private Portal() {
    }

    public static void main(String... args) {
        try {
            Settings settings = Settings.read();
            Ports.mustBeFree(settings.host(), settings.port(), "quarkus.http.port");
            Ports.mustBeFree(settings.managementHost(), settings.managementPort(), "quarkus.management.port");
            Optional<Boolean> demo = settings.demo();
            settings.checkMail();
            settings.checkSessions();
            settings.checkSingleSignOn();
            Optional<Map<String, String>> outside = settings.outsideDatabase();
            settings.checkSecondFactor(settings.secretsKey().isPresent() || outside.isEmpty());
            if (outside.isPresent()) {
                OutsideDatabase.check(outside.get());
                dataPlace = "on " + outside.get().get(Settings.URL).replaceAll("\\?.*", "");
            } else {
                startOwnDatabase(settings);
            }
            // The demonstration has known passwords: on a database that somebody set up it must be asked for.
            System.setProperty("prorata.demo", String.valueOf(demo.orElse(outside.isEmpty())));
        } catch (CannotStart e) {
            System.err.println("The portal does not start. " + e.getMessage());
            System.exit(1);
        }
        serving = true;
        Door.open();
        Quarkus.run(Serving.class, Portal::served, args);
    }

    private static void startOwnDatabase(Settings settings) {
        DataFolder folder = DataFolder.open(settings.dataFolder());
        folder.writeProcessNumber();
        EmbeddedPostgres database = EmbeddedPostgres.in(folder);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            awaitServed();
            database.close();
            folder.close();
        }, "database-stop"));
        database.start();
        database.quarkusSettings().forEach(System::setProperty);
        if (settings.secretsKey().isEmpty()) {
            System.setProperty(Settings.SECRETS_KEY, SecretsKey.of(folder.resolve("secrets.properties")));
        }
        if (settings.auditFolder().isEmpty()) {
            System.setProperty(Settings.AUDIT_FOLDER, folder.resolve("audit").toString());
        }
        dataPlace = folder.path().toString();
    }

    /** Where everything is kept, in words for the console. */
    static String dataPlace() {
        return dataPlace;
    }

    /** The database outlives the requests that are still being answered. */
    private static void awaitServed() {
        try {
            if (serving && !SERVED.await(30, TimeUnit.SECONDS)) {
                System.err.println("Requests still run after 30 seconds; stopping the database.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void served(int code, Throwable failure) {
        if (failure != null) {
            failure.printStackTrace();
        }
        SERVED.countDown();
        System.exit(code);
    }
}
