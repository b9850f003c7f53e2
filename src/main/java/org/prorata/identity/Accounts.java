package org.prorata.identity;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.prorata.mail.EmailAddress;
import org.prorata.web.BadInput;
import org.prorata.web.Language;
import org.prorata.web.Problem;
import org.prorata.web.SafeText;

/** Users and what they are granted. Every change here takes effect on the user's next request, on every node. */
@ApplicationScoped
public class Accounts {

    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@+-]{1,99}");
    private static final int LONGEST_NAME = 200;
    private static final String NO_ADDRESS = "An address for mail looks like name@example.com, in plain letters.";

    private static final String TAKEN = "Another user has this address.";
    private static final String UNIQUE = "23505";

    @Inject
    AgroalDataSource database;

    @Inject
    Passwords passwords;

    /**
     * Makes a user without any grant.
     *
     * @param login the name typed at sign-in; capitals do not matter
     * @throws BadInput with what is wrong in {@code login}, {@code name} and {@code password}: a login in use or of other characters than
     *     letters, digits and {@code . _ @ + -}, an empty name, a password against {@link PasswordRules}
     */
    @Transactional
    public UUID create(String login, String name, String password) {
        String key = key(login);
        String shown = name == null ? "" : name.strip();
        String secret = password == null ? "" : password;
        List<Problem> problems = faults(login, name);
        PasswordRules.fault(secret, key, shown).ifPresent(fault -> problems.add(new Problem("password", null, fault)));
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        return enter(login, shown, passwords.hash(secret), null);
    }

    /**
     * Makes a user without any grant and without a password, who cannot sign in until it has one.
     *
     * @param lender whose own administrator invites it; null where the portal's does
     * @throws BadInput with what is wrong in {@code login}, {@code name} and {@code email}, as {@link #create}; an address that is none, or another user's
     */
    @Transactional
    UUID invite(String login, String name, String email, UUID lender) {
        List<Problem> problems = faults(login, name);
        if (!EmailAddress.isOne(EmailAddress.typed(email))) {
            problems.add(new Problem("email", email, NO_ADDRESS));
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        UUID id = enter(login, name.strip(), null, lender);
        setEmail(id, email);
        return id;
    }

    /** A disabled user who has the address loses it, so that its person can be invited anew; its sign-in name, empty where there is none. */
    @Transactional
    Optional<String> freeEmail(String email) {
        return text("update portal_user set email = null where lower(email) = ? and disabled returning login", EmailAddress.key(email));
    }

    private static List<Problem> faults(String login, String name) {
        String shown = name == null ? "" : name.strip();
        List<Problem> problems = new ArrayList<>();
        if (!LOGIN.matcher(key(login)).matches()) {
            problems.add(new Problem("login", login, "A sign-in name has 2 to 100 letters, digits and signs of . _ @ + - and starts with a letter or digit."));
        }
        if (shown.isEmpty() || shown.length() > LONGEST_NAME || shown.codePoints().anyMatch(Character::isISOControl) || SafeText.misleads(shown)) {
            problems.add(new Problem("name", name, "A name has 1 to " + LONGEST_NAME + " characters in one line."));
        }
        return problems;
    }

    private UUID enter(String login, String name, String hashOrNull, UUID lender) {
        UUID id = UUID.randomUUID();
        if (update("insert into portal_user (id, login, name, password_hash, invited_for) values (?, ?, ?, ?, ?) on conflict (login) do nothing", id, key(login), name, hashOrNull, lender) == 0) {
            throw new BadInput("login", login, "This sign-in name is in use.");
        }
        return id;
    }

    /** Where the user's mail goes. Refused as {@link BadInput} where the address is none, or is another user's, however it is written. */
    @Transactional
    public void setEmail(UUID userId, String email) {
        String address = EmailAddress.typed(email);
        if (!EmailAddress.isOne(address)) {
            throw new BadInput("email", email, NO_ADDRESS);
        }
        // One at a time: two who take the same address at once would else both find it free, and one of them a failure.
        update("select pg_advisory_xact_lock(5, hashtext(?))", EmailAddress.key(address));
        try {
            setFree(userId, email, address);
        } catch (IllegalStateException failed) {
            // A lender's administrator does not see whose address it is; the database knows that it is somebody's.
            if (failed.getCause() instanceof SQLException taken && UNIQUE.equals(taken.getSQLState())) {
                throw new BadInput("email", email, TAKEN);
            }
            throw failed;
        }
    }

    private void setFree(UUID userId, String email, String address) {
        if (update("update portal_user set email = ? where id = ? and not exists (select from portal_user o where lower(o.email) = ? and o.id <> ?)", address, userId, EmailAddress.key(address), userId) == 0) {
            throw new BadInput("email", email, TAKEN);
        }
    }

    /** Where the user's mail goes; empty where it has no address. */
    @Transactional
    Optional<String> emailOf(UUID userId) {
        return text("select email from portal_user where id = ?", userId);
    }

    /** The language in which the user is written to, if it chose one. */
    @Transactional
    Optional<Language> languageOf(UUID userId) {
        return text("select language from portal_user where id = ?", userId).flatMap(Language::of);
    }

    /** Writes something to the user in its own language; in that of the request where it chose none. */
    <T> T writing(UUID userId, Supplier<T> words) {
        return languageOf(userId).map(own -> own.speaking(words)).orElseGet(words);
    }

    /** From the user's next request on. */
    @Transactional
    void speak(UUID userId, Language language) {
        update("update portal_user set language = ? where id = ?", language.word(), userId);
    }

    /** Makes the user maker and checker of every deal and administrator: all that the portal's one agency desk can be. */
    @Transactional
    public void grantAgent(UUID userId) {
        Stream.of(Role.AGENT_MAKER, Role.AGENT_CHECKER, Role.AGENT_ADMINISTRATOR).forEach(role -> grant(userId, role, null, null));
    }

    /** Lets the user see what this lender sees in this deal. Granting it again changes nothing. */
    @Transactional
    public void grantLender(UUID userId, UUID dealId, UUID lenderId) {
        grant(userId, Role.LENDER_VIEWER, dealId, lenderId);
    }

    /**
     * Grants a role. Granting it again changes nothing.
     *
     * @param dealId   null, where the role allows it: every deal
     * @param lenderId null for all but a lender's roles
     * @throws IllegalArgumentException where the role asks for other ones, as {@link Role#names} says
     */
    @Transactional
    public void grant(UUID userId, Role role, UUID dealId, UUID lenderId) {
        add(userId, role, dealId, lenderId);
    }

    /** As {@link #grant}; false where the user has it already. */
    @Transactional
    boolean add(UUID userId, Role role, UUID dealId, UUID lenderId) {
        boolean right = (lenderId != null) == (role.names() == Role.Names.A_LENDER) && switch (role.names()) {
            case NOTHING -> dealId == null;
            case PERHAPS_A_DEAL -> true;
            case A_DEAL, A_LENDER -> dealId != null;
        };
        if (!right) {
            throw new IllegalArgumentException("A grant of " + role.word() + " names " + role.names() + ".");
        }
        return update("insert into user_grant (user_id, role, deal_id, lender_id) values (?, ?, ?, ?) on conflict do nothing", userId, role.word(), dealId, lenderId) == 1;
    }

    /** Takes one of the user's grants away; false where it has none of that number. */
    @Transactional
    boolean revoke(UUID userId, UUID grant) {
        return update("delete from user_grant where user_id = ? and id = ?", userId, grant) == 1;
    }

    /** Takes all the user's grants away. */
    @Transactional
    public void revokeAll(UUID userId) {
        update("delete from user_grant where user_id = ?", userId);
    }

    /** Ends the user's sessions and lets it open no more. */
    @Transactional
    public void disable(UUID userId) {
        setDisabled(userId, true);
        update("delete from session where user_id = ?", userId);
    }

    /** Whether the user may sign in. What it has open is another matter. */
    @Transactional
    void setDisabled(UUID userId, boolean disabled) {
        update("update portal_user set disabled = ? where id = ?", disabled, userId);
    }

    /**
     * Gives the user another password.
     *
     * @param hashBefore of the password it had when it was asked for; false where that, or the user, was changed meanwhile
     */
    @Transactional
    boolean changePassword(UUID userId, String hashBefore, String hash) {
        return update("update portal_user set password_hash = ? where id = ? and password_hash = ? and not disabled", hash, userId, hashBefore) == 1;
    }

    /**
     * Gives the user a password whatever it had, as a link that came by mail allows.
     *
     * @param first whether it must have had none; else it must have had one. False where that is not so, or the user is disabled
     */
    @Transactional
    boolean setPassword(UUID userId, String hash, boolean first) {
        return update("update portal_user set password_hash = ? where id = ? and (password_hash is null) = ? and not disabled", hash, userId, first) == 1;
    }

    /** The user of that sign-in name, disabled or not. */
    @Transactional
    public Optional<UUID> byLogin(String login) {
        return text("select id::text from portal_user where login = ?", key(login)).map(UUID::fromString);
    }

    private Optional<String> text(String sql, Object value) {
        try (Connection connection = database.getConnection(); PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, value);
            try (ResultSet found = statement.executeQuery()) {
                return found.next() ? Optional.ofNullable(found.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("An account could not be read.", e);
        }
    }

    /** How many rows it wrote. */
    private int update(String sql, Object... values) {
        try (Connection connection = database.getConnection(); PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.execute() ? 0 : statement.getUpdateCount();
        } catch (SQLException e) {
            throw new IllegalStateException("An account could not be written.", e);
        }
    }

    /** The form in which sign-in names are compared. */
    static String key(String login) {
        return login == null ? "" : login.strip().toLowerCase(Locale.ROOT);
    }
}
