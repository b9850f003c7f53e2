package org.prorata.identity;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.prorata.audit.Trail;
import org.prorata.audit.TrailActor;
import org.prorata.identity.OneTimeLinks.Issued;
import org.prorata.identity.OneTimeLinks.Purpose;
import org.prorata.mail.EmailAddress;
import org.prorata.mail.Outbox;

/**
 * Sends links with which users who forgot their password choose a new one. All of it is done on a thread of its own, after the one who asked has been answered: neither what the answer says nor how
 * long it takes tells whether there is such a user. At most three an hour for a user, and for an address as many as guesses of passwords.
 */
@ApplicationScoped
class ForgottenPassword {

    static final int MOST = 3;
    private static final String WHAT = "forgotten";
    private static final int WAITING = 200;
    private static final int LAST_SECONDS = 10;

    /** A sign-in name may be written like an address, and so be another's address: each gets its own mail, then. */
    private static final String USERS = "select id, login, name, email, disabled, password_hash is null as invited from portal_user where login = ? or lower(email) = ? order by login = ? desc";

    private record User(UUID id, String login, String name, String email, boolean disabled, boolean invited) {

        /** Why it gets no link; null where it gets one. */
        String withoutBecause() {
            return disabled ? "the user is disabled" : invited ? "the user has not taken the invitation" : email == null ? "the user has no address" : null;
        }
    }

    @Inject
    AgroalDataSource database;
    @Inject
    OneTimeLinks links;
    @Inject
    Throttle throttle;
    @Inject
    Accounts accounts;
    @Inject
    Letters letters;
    @Inject
    Outbox outbox;
    @Inject
    Trail trail;
    @Inject
    TrailActor actor;

    /** How long a link works with which a new password is chosen. */
    @ConfigProperty(name = "prorata.reset.expires", defaultValue = "PT1H")
    Duration lasts;

    private final TurnedAway told = new TurnedAway();
    private final ThreadPoolExecutor after = new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(WAITING), work -> {
        Thread thread = new Thread(work, "forgotten-passwords");
        thread.setDaemon(true);
        return thread;
    });

    void stop(@Observes ShutdownEvent ended) throws InterruptedException {
        after.shutdown();
        after.awaitTermination(LAST_SECONDS, TimeUnit.SECONDS);
    }

    Duration lasts() {
        return lasts;
    }

    /** Returns at once. Where too many wait it is dropped: whoever asked asks again. @param from the network address of the one who asks */
    void asked(String typed, String from) {
        try {
            after.execute(() -> answer(typed, from));
        } catch (RejectedExecutionException tooMany) {
            Log.warn("Too many links for forgotten passwords are asked for at once; some are not sent");
        }
    }

    private void answer(String typed, String from) {
        ManagedContext request = Arc.container().requestContext();
        request.activate();
        try {
            actor.from(from);
            answer(EmailAddress.key(typed));
        } catch (RuntimeException broken) {
            Log.errorf(broken, "A link for a forgotten password could not be made");
        } finally {
            request.terminate();
        }
    }

    private void answer(String key) {
        List<User> users = key.isEmpty() ? List.of() : users(key);
        if (users.isEmpty() && counted(key, "an unknown name")) {
            trail.writeApart("password.forgotten", null, "an unknown name", Map.of("link", "none: there is no such user"));
        }
        for (User user : users) {
            if (counted(user.id().toString(), user.login())) {
                answer(user);
            }
        }
    }

    private boolean counted(String account, String named) {
        Throttle.Verdict verdict = throttle.countApart(WHAT, account, MOST, actor.address());
        if (verdict.guess() == null && told.isNew(account, actor.address(), verdict.again())) {
            trail.writeApart("password.forgotten.throttled", null, named, Map.of("again", verdict.again().toString()));
        }
        return verdict.guess() != null;
    }

    private void answer(User user) {
        String without = user.withoutBecause();
        if (without != null) {
            trail.writeApart("password.forgotten", null, user.login(), Map.of("link", "none: " + without));
            return;
        }
        QuarkusTransaction.requiringNew().run(() -> {
            Issued link = links.issue(Purpose.RESET, user.id(), null, lasts);
            outbox.post(accounts.writing(user.id(), () -> letters.newPassword(user.email(), user.login(), user.name(), link)));
            trail.write("password.forgotten", null, user.login(), Map.of("link", "sent", "until", link.expires().toString()));
        });
    }

    private List<User> users(String key) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection(); PreparedStatement statement = connection.prepareStatement(USERS)) {
                for (int i = 1; i <= 3; i++) {
                    statement.setString(i, key);
                }
                return read(statement);
            }
        });
    }

    private static List<User> read(PreparedStatement statement) throws SQLException {
        List<User> users = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                users.add(new User(row.getObject("id", UUID.class), row.getString("login"), row.getString("name"), row.getString("email"), row.getBoolean("disabled"), row.getBoolean("invited")));
            }
        }
        return users;
    }
}
