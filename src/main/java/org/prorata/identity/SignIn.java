package org.prorata.identity;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.prorata.audit.Trail;
import org.prorata.audit.TrailActor;

/** Signs users in and out. A name nobody has, a disabled user and a wrong password take the same steps and get the same answer. */
@ApplicationScoped
class SignIn {

    /** Where an attempt comes from: its session and the token it is known by, each empty where there is none, and what it says it is. */
    record Browser(Optional<String> session, Optional<String> known, String name) {

        static Browser of(Channel channel, HttpServerRequest request) {
            return new Browser(channel.session(request), channel.browser(request), BrowserName.of(request.getHeader("User-Agent")));
        }
    }

    sealed interface Outcome {
    }

    /** Signed in: the session's token, its own token for forms, and the token by which the browser is known from now on. */
    record Opened(String session, String csrf, String browser) implements Outcome {
    }

    /** The password is the account's, as this hash of it says. */
    record Confirmed(String hash) implements Outcome {
    }

    record Wrong() implements Outcome {
    }

    /** Not looked at; the next attempt is from that instant on. */
    record Throttled(Instant again) implements Outcome {
    }

    private record Account(UUID id, String login, String name, String hash, boolean disabled, boolean browserKnown) {

        static final Account NOBODY = new Account(null, null, null, null, true, false);
    }

    private static final String ACCOUNT = """
            select id, login, name, password_hash, disabled,
                   exists (select from known_browser b where b.user_id = u.id and b.token_hash = ?) as browser_known
            from portal_user u where login = ?""";
    // Waits for a change of the password or of the user at the same time, and finds nothing after it.
    private static final String ENTER = "update portal_user set last_sign_in = clock_timestamp() where id = ? and password_hash = ? and not disabled";
    // The same where somebody else vouches for the user, and no password is asked for.
    private static final String ENTER_VOUCHED = "update portal_user set last_sign_in = clock_timestamp() where id = ? and not disabled returning login, name";
    private static final String ISSUED = "select 1 from known_browser where token_hash = ? limit 1";
    private static final String KNOW = "insert into known_browser (token_hash, user_id) values (?, ?) on conflict do nothing";

    @Inject
    AgroalDataSource database;
    @Inject
    Passwords passwords;
    @Inject
    Throttle throttle;
    @Inject
    Sessions sessions;
    @Inject
    Places places;
    @Inject
    Event<SignedInElsewhere> signedInElsewhere;
    @Inject
    Trail trail;
    @Inject
    TrailActor actor;

    private final TurnedAway turnedAway = new TurnedAway();

    /** Must be called outside a transaction: the count of a guess stands before its password is looked at. */
    Outcome attempt(String typedLogin, String password, Browser browser) {
        return look("session", typedLogin, password, browser, account -> open(account, browser));
    }

    /** Asks one who is signed in for its password: a guess like any other, and counted with them. {@link Confirmed}, {@link Wrong} or {@link Throttled}; outside a transaction. */
    Outcome confirm(String login, String password, Browser browser) {
        return look("password", login, password, browser, account -> new Confirmed(account.hash()));
    }

    /** @param asked the first part of the trail's word for it */
    private Outcome look(String asked, String typedLogin, String password, Browser browser, Function<Account, Outcome> whenRight) {
        String login = Accounts.key(typedLogin);
        Account account = account(login, browser);
        return passwords.inTurn(() -> {
            Throttle.Verdict verdict = throttle.count(login, account.browserKnown(), actor.address());
            String named = account.login() == null ? "an unknown name" : account.login();
            if (verdict.guess() == null) {
                if (turnedAway.isNew(login, actor.address(), verdict.again())) {
                    trail.writeApart(asked + ".throttled", null, named, Map.of("again", verdict.again().toString()));
                }
                return new Throttled(verdict.again());
            }
            if (!passwords.matches(password, account.disabled() ? null : account.hash())) {
                // What was typed as a name nobody has may be a password: it is not kept.
                trail.writeApart(asked + ".refused", null, named, Map.of());
                return new Wrong();
            }
            throttle.forget(verdict.guess());
            return whenRight.apply(account);
        });
    }

    private Account account(String login, Browser browser) {
        try (Connection connection = database.getConnection(); PreparedStatement statement = connection.prepareStatement(ACCOUNT)) {
            statement.setBytes(1, Token.hash(browser.known().orElse("")));
            statement.setString(2, login);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? new Account(row.getObject("id", UUID.class), row.getString("login"), row.getString("name"), row.getString("password_hash"),
                                row.getBoolean("disabled"), row.getBoolean("browser_known"))
                        : Account.NOBODY;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("An account could not be looked up.", e);
        }
    }

    /** Always a new token: one that was there before the sign-in, whoever put it there, opens nothing after it. */
    private Outcome open(Account account, Browser browser) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection()) {
                if (!enter(connection, account)) {
                    trail.write("session.refused", null, account.login(), Map.of("because", "the password or the user was changed meanwhile"));
                    return new Wrong();
                }
                String csrf = Token.random();
                String token = open(connection, account.id(), account.name(), account.browserKnown(), csrf, browser);
                String known = know(connection, account.id(), browser);
                trail.write("session.opened", null, account.login(), Map.of());
                return new Opened(token, csrf, known);
            }
        });
    }

    /**
     * Opens a session of one for whom somebody else vouches; its token. The browser does not become known by it: guesses of a password that was never given there are strangers'. Outside a transaction.
     *
     * @return empty where the user is disabled
     */
    Optional<String> vouched(UUID user, Map<String, ?> told, Browser browser) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection(); PreparedStatement enter = connection.prepareStatement(ENTER_VOUCHED)) {
                enter.setObject(1, user);
                try (ResultSet entered = enter.executeQuery()) {
                    if (!entered.next()) {
                        return Optional.empty();
                    }
                    String token = open(connection, user, entered.getString("name"), false, Token.random(), browser);
                    trail.write("session.opened", null, entered.getString("login"), told);
                    return Optional.of(token);
                }
            }
        });
    }

    private String open(Connection connection, UUID user, String name, boolean browserKnown, String csrf, Browser browser) throws SQLException {
        Optional<String> ended = browser.session().isPresent() ? sessions.end(connection, browser.session().get()) : Optional.empty();
        actor.signedIn(user, name);
        ended.ifPresent(login -> trail.write("session.closed", null, login, Map.of("because", "another was opened in its place")));
        if (places.isNew(connection, user, browserKnown, actor.address(), browser.name())) {
            signedInElsewhere.fire(new SignedInElsewhere(user, browser.name(), actor.address()));
        }
        return sessions.open(connection, user, csrf, actor.address(), browser.name());
    }

    private static boolean enter(Connection connection, Account account) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ENTER)) {
            statement.setObject(1, account.id());
            statement.setString(2, account.hash());
            return statement.executeUpdate() == 1;
        }
    }

    /** A browser keeps the token we gave it, whoever signs in there; one we never gave is not taken over. */
    private static String know(Connection connection, UUID user, Browser browser) throws SQLException {
        try (PreparedStatement issued = connection.prepareStatement(ISSUED); PreparedStatement know = connection.prepareStatement(KNOW)) {
            issued.setBytes(1, Token.hash(browser.known().orElse("")));
            String token = issued.executeQuery().next() ? browser.known().orElseThrow() : Token.random();
            know.setBytes(1, Token.hash(token));
            know.setObject(2, user);
            know.executeUpdate();
            return token;
        }
    }

    /** Ends the session; nothing happens where it has ended before. */
    void out(String token) {
        QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection()) {
                sessions.end(connection, token).ifPresent(of -> trail.write("session.closed", null, of, Map.of()));
                return null;
            }
        });
    }
}
