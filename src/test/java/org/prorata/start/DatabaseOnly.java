package org.prorata.start;

import java.nio.file.Path;
import java.util.Map;

/** The start of {@link Portal} without the pages, so that a crash test can kill it many times in little time. */
final class DatabaseOnly {

    private DatabaseOnly() {
    }

    /** @param args the data folder */
    public static void main(String... args) throws InterruptedException {
        DataFolder folder = DataFolder.open(Path.of(args[0]));
        folder.writeProcessNumber();
        EmbeddedPostgres database = EmbeddedPostgres.in(folder, FreshDatabase.programs(folder), Map.of());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            database.close();
            folder.close();
        }));
        database.start();
        System.out.println(KillablePortal.READY);
        Thread.currentThread().join();
    }
}
