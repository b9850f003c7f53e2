package org.prorata.identity;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.NewCookie;
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

    /** Signed in: the session's token, its own token for forms, and the token by which the browser is known from now on; null where a second factor is awaited first. */
    record Opened(String session, String csrf, String browser) implements Outcome {

        NewCookie[] cookies(Channel channel) {
            return browser == null ? new NewCookie[] {channel.sessionCookie(session)} : new NewCookie[] {channel.sessionCookie(session), channel.browserCookie(browser)};
        }
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
    private static final String ENTER = """
            update portal_user u set last_sign_in = case when f.has then u.last_sign_in else clock_timestamp() end, sign_in_before = case when f.has then u.sign_in_before else u.last_sign_in end
            from (select exists (select from second_factor where user_id = ?) as has) f where u.id = ? and u.password_hash = ? and not u.disabled returning f.has""";
    // The same where no password is asked for: waits for whoever disables the user.
    private static final String ENTER_PROVED = """
            update portal_user u set last_sign_in = case when f.awaits then u.last_sign_in else clock_timestamp() end,
                   sign_in_before = case when f.awaits then u.sign_in_before else u.last_sign_in end
            from (select not ? and exists (select from second_factor where user_id = ?) as awaits) f where u.id = ? and not u.disabled returning u.login, u.name, f.awaits""";
    private static final String KNOWS = "select exists (select from known_browser where token_hash = ? and user_id = ?)";
    private static final String ISSUED = "select 1 from known_browser where token_hash = ? limit 1";
    private static final String KNOW = "insert into known_browser (token_hash, user_id) values (?, ?) on conflict do nothing";

    @Inject
    AgroalDataSource database;
    @Inject
    Passwords passwords;
    @Inject
    Guesses guesses;
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
            Guesses.Result result = guesses.password(asked, new Guesses.Account(login, account.login(), account.browserKnown()),
                    () -> passwords.matches(password, account.disabled() ? null : account.hash()));
            return result.again() != null ? new Throttled(result.again()) : result.right() ? whenRight.apply(account) : new Wrong();
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

    /** Always a new token: one that was there before the sign-in, whoever put it there, opens nothing after it. Of one who has a second factor the session awaits it. */
    private Outcome open(Account account, Browser browser) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection()) {
                Optional<Boolean> awaitsFactor = enter(connection, account);
                if (awaitsFactor.isEmpty()) {
                    trail.write("session.refused", null, account.login(), Map.of("because", "the password or the user was changed meanwhile"));
                    return new Wrong();
                }
                Opened opened = opened(connection, new Named(account.id(), account.login(), account.name()), browser, false, !awaitsFactor.get());
                if (awaitsFactor.get()) {
                    trail.write("session.begun", null, account.login(), Map.of("awaits", "the second factor"));
                } else {
                    trail.write("session.opened", null, account.login(), Map.of());
                }
                return opened;
            }
        });
    }

    private record Named(UUID id, String login, String name) {
    }

    private record Entered(Named user, boolean awaitsFactor) {
    }

    /** @param second whether more than a password was proved @param known whether the browser is one that has signed in to the account from now on */
    private Opened opened(Connection connection, Named user, Browser browser, boolean second, boolean known) throws SQLException {
        Optional<String> ended = browser.session().isPresent() ? sessions.end(connection, browser.session().get()) : Optional.empty();
        String csrf = Token.random();
        String token = sessions.open(connection, user.id(), csrf, actor.address(), browser.name(), second);
        actor.signedIn(user.id(), user.name());
        ended.ifPresent(login -> trail.write("session.closed", null, login, Map.of("because", "another was opened in its place")));
        return new Opened(token, csrf, known ? arrived(connection, user.id(), browser) : null);
    }

    /** Opens a session without a password, of one who proved by a passkey to be this user; empty where the user is disabled. Outside a transaction. */
    Optional<Opened> open(UUID user, String by, Browser browser) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection()) {
                Optional<Entered> entered = enter(connection, user, true);
                if (entered.isEmpty()) {
                    return Optional.empty();
                }
                Opened opened = opened(connection, entered.get().user(), browser, true, true);
                trail.write("session.opened", null, entered.get().user().login(), Map.of("by", by));
                return Optional.of(opened);
            }
        });
    }

    /**
     * Opens a session of one for whom somebody else vouches; its token. Where the user has a second factor, which that one has not asked for, the session awaits it. The browser does not become
     * known by it: guesses of a password that was never given there are strangers'. Outside a transaction.
     *
     * @param second whether that one has asked for a second factor itself
     * @return empty where the user is disabled
     */
    Optional<String> vouched(UUID user, boolean second, Map<String, ?> told, Browser browser) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection()) {
                Optional<Entered> entered = enter(connection, user, second);
                if (entered.isEmpty()) {
                    return Optional.empty();
                }
                Opened opened = opened(connection, entered.get().user(), browser, second, false);
                if (!entered.get().awaitsFactor()) {
                    tellWhereNew(connection, user, browser);
                }
                trail.write(entered.get().awaitsFactor() ? "session.begun" : "session.opened", null, entered.get().user().login(), told);
                return Optional.of(opened.session());
            }
        });
    }

    /** Opens the session that waited for this, under another token; empty where it has ended, or its user was disabled meanwhile. Outside a transaction. */
    Optional<Opened> complete(Person person, String by, Browser browser) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection()) {
                String csrf = Token.random();
                if (enter(connection, person.user(), true).isEmpty() || !sessions.proved(person.user(), person.session(), true)) {
                    return Optional.empty();
                }
                Optional<String> token = sessions.renew(person.user(), person.session(), csrf);
                trail.write("session.opened", null, person.login(), Map.of("by", by));
                return token.isEmpty() ? Optional.empty() : Optional.of(new Opened(token.get(), csrf, arrived(connection, person.user(), browser)));
            }
        });
    }

    /** Once all is proved: whether the place is new is asked before the browser is known. The token by which it is known from now on. */
    private String arrived(Connection connection, UUID user, Browser browser) throws SQLException {
        tellWhereNew(connection, user, browser);
        return know(connection, user, browser);
    }

    private void tellWhereNew(Connection connection, UUID user, Browser browser) throws SQLException {
        if (places.isNew(connection, user, knows(connection, user, browser), actor.address(), browser.name())) {
            signedInElsewhere.fire(new SignedInElsewhere(user, browser.name(), actor.address()));
        }
    }

    /** Whether the user has a second factor; empty where password or user were changed since they were looked at. */
    private static Optional<Boolean> enter(Connection connection, Account account) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ENTER)) {
            statement.setObject(1, account.id());
            statement.setObject(2, account.id());
            statement.setString(3, account.hash());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getBoolean(1)) : Optional.empty();
            }
        }
    }

    /** @param second whether a second factor was proved */
    private static Optional<Entered> enter(Connection connection, UUID user, boolean second) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ENTER_PROVED)) {
            statement.setBoolean(1, second);
            statement.setObject(2, user);
            statement.setObject(3, user);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(new Entered(new Named(user, row.getString("login"), row.getString("name")), row.getBoolean("awaits"))) : Optional.empty();
            }
        }
    }

    /** Whether the browser has signed in to the account before. */
    boolean knows(UUID user, Browser browser) {
        try (Connection connection = database.getConnection()) {
            return knows(connection, user, browser);
        } catch (SQLException e) {
            throw new IllegalStateException("A browser could not be looked up.", e);
        }
    }

    private static boolean knows(Connection connection, UUID user, Browser browser) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(KNOWS)) {
            statement.setBytes(1, Token.hash(browser.known().orElse("")));
            statement.setObject(2, user);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
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
