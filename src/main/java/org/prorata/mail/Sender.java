package org.prorata.mail;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The thread that sends mail: whenever some was put into the outbox here, when the next try of one that failed is due, and every now and then, for what another node left or what was
 * waiting when the portal ended. All it knows stands in the database.
 */
@ApplicationScoped
class Sender {

    private static final int LAST_SECONDS = 40;

    @Inject
    Dispatch dispatch;
    @Inject
    Mailing mailing;

    /** How often it looks by itself. */
    @ConfigProperty(name = "prorata.mail.every", defaultValue = "PT1M")
    Duration every;

    private final AtomicBoolean woken = new AtomicBoolean();
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, work -> {
        Thread own = new Thread(work, "mail");
        own.setDaemon(true);
        return own;
    });

    void start(@Observes StartupEvent started) {
        if (mailing.isSetUp()) {
            thread.scheduleWithFixedDelay(this::wake, 0, every.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** What is being handed over may end: cut off, it could be sent twice. */
    void stop(@Observes ShutdownEvent ended) throws InterruptedException {
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        thread.shutdown();
        thread.awaitTermination(LAST_SECONDS, TimeUnit.SECONDS);
    }

    /** Sends, soon, all that is due. */
    void wake() {
        if (mailing.isSetUp() && !woken.getAndSet(true)) {
            try {
                thread.execute(this::send);
            } catch (RejectedExecutionException ending) {
                Log.debug("The portal ends; mail waits for its next start.");
            }
        }
    }

    private void send() {
        woken.set(false);
        try {
            Dispatch.Step step = dispatch.next();
            while (step.found() && !thread.isShutdown()) {
                if (step.again() != null) {
                    thread.schedule(this::wake, step.again().toMillis(), TimeUnit.MILLISECONDS);
                }
                step = dispatch.next();
            }
            dispatch.clear();
        } catch (RuntimeException broken) {
            Log.errorf(broken, "Mail could not be looked after");
        }
    }
}
