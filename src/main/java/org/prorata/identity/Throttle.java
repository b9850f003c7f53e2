package org.prorata.identity;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How many wrong passwords are looked at (S2). An account takes ten in any hour: seven from anywhere and three more from browsers that have
 * signed in to it before, so that a stranger's guesses never keep its owner out. Only a password that was looked at and was wrong counts: an attempt
 * that is turned away does not, and so the hour ends by itself. An owner in a new browser whom a stranger keeps out hour by hour comes in by a new password, with which all
 * guesses of the one before are forgotten. Names nobody has are counted alike. An address takes as many as configured,
 * over all accounts; browsers known to the account are not asked for theirs.
 */
@ApplicationScoped
class Throttle {

    static final int ANYWHERE = 7;
    static final int KNOWN_BROWSERS = 3;
    private static final Duration WINDOW = Duration.ofHours(1);

    private static final String LOCK = "select pg_advisory_xact_lock(1, hashtext(?)), pg_advisory_xact_lock(2, hashtext(?))";
    private static final String OLD = "delete from sign_in_attempt where at < clock_timestamp() - interval '1 hour'";
    // The guess that has to leave the hour before another may come in: the n-th newest.
    private static final String BY_ACCOUNT = """
            select at from sign_in_attempt where account = ? and known_browser = ? and at > clock_timestamp() - interval '1 hour' order by at desc offset ? limit 1""";
    private static final String BY_ADDRESS = """
            select at from sign_in_attempt where address = ? and at > clock_timestamp() - interval '1 hour' order by at desc offset ? limit 1""";
    private static final String COUNT = "insert into sign_in_attempt (id, account, known_browser, address) values (?, ?, ?, ?)";
    private static final String FORGET = "delete from sign_in_attempt where id = ?";
    private static final String FORGET_ALL = "delete from sign_in_attempt where account = ?";

    @Inject
    AgroalDataSource database;

    @ConfigProperty(name = "prorata.sign-in.guesses-per-address", defaultValue = "60")
    int perAddress;

    /**
     * Whether a password may be looked at.
     *
     * @param guess what to {@link #forget} when it was right; null where it may not
     * @param again when the next may be; null where it may now
     */
    record Verdict(UUID guess, Instant again) {
    }

    /** Counts a guess before its password is looked at, so that guesses made at the same time cannot pass together. */
    Verdict count(String login, boolean knownBrowser, String address) {
        return count(login, knownBrowser, network(address), ANYWHERE);
    }

    /** Counts a guess of a code, as one of the password and apart from them: a password that is reset, whose guesses are forgotten, must not let in more codes. No sign-in name is counted under capitals. */
    Verdict countCode(String login, boolean knownBrowser, String address) {
        return count("CODE " + login, knownBrowser, address);
    }

    /**
     * Counts something else than a guess, such as a link that is asked for, apart from guesses: so many an hour for an account, and for an address as many as guesses.
     *
     * @param what a word that tells it from other things
     */
    Verdict countApart(String what, String account, int most, String address) {
        return count(what + " " + account, false, what + " " + network(address), most);
    }

    private Verdict count(String login, boolean knownBrowser, String from, int mostAnywhere) {
        byte[] account = Token.hash(login);
        return QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection()) {
                execute(connection, LOCK, login, from);
                execute(connection, OLD);
                Instant known = knownBrowser ? fullUntil(connection, BY_ACCOUNT, account, true, KNOWN_BROWSERS - 1) : Instant.MAX;
                if (known == null) {
                    return counted(connection, account, true, from);
                }
                Instant anywhere = latest(fullUntil(connection, BY_ACCOUNT, account, false, mostAnywhere - 1),
                        knownBrowser ? null : fullUntil(connection, BY_ADDRESS, from, perAddress - 1));
                if (anywhere == null) {
                    return counted(connection, account, false, from);
                }
                return new Verdict(null, known.isBefore(anywhere) ? known : anywhere);
            }
        });
    }

    /** The password was right: it was no guess. */
    void forget(UUID guess) {
        QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection()) {
                return execute(connection, FORGET, guess);
            }
        });
    }

    /** The account has another password: what was guessed of the one before counts no more. */
    void forgetAll(String login) {
        QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection()) {
                return execute(connection, FORGET_ALL, (Object) Token.hash(login));
            }
        });
    }

    private static Verdict counted(Connection connection, byte[] account, boolean knownBrowser, String from) throws SQLException {
        UUID guess = UUID.randomUUID();
        execute(connection, COUNT, guess, account, knownBrowser, from);
        return new Verdict(guess, null);
    }

    private static Instant fullUntil(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, values);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getObject(1, OffsetDateTime.class).toInstant().plus(WINDOW) : null;
            }
        }
    }

    private static Instant latest(Instant... instants) {
        return Arrays.stream(instants).filter(Objects::nonNull).max(Instant::compareTo).orElse(null);
    }

    private static boolean execute(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, values);
            return statement.execute();
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    /** Who has an IPv6 address has its whole /64. */
    static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(bytes, 0, bytes.length / 2);
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
