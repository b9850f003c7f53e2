package org.prorata.identity;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.prorata.audit.Trail;
import org.prorata.mail.Outbox;
import org.prorata.web.BadInput;
import org.prorata.web.Language;
import org.prorata.web.NotThere;
import org.prorata.web.Problem;
import org.prorata.web.Today;

/** What the one who is signed in sees and changes of its own account. */
@ApplicationScoped
class OwnAccount {

    /** @param thisOne whether it is the session that asks @param passwordOnly the second factor was not given there */
    record OwnSession(UUID id, Instant since, Instant lastSeen, String address, String browser, boolean thisOne, boolean passwordOnly) {
    }

    /** The password was changed: the tokens under which this session goes on. @param ended how many others were ended @param revoked how many tokens of programs were */
    record Changed(String session, String csrf, int ended, int revoked) {
    }

    /**
     * A password as it was typed; null where nothing was.
     *
     * @param again        once more, so that a slip shows; null where it was not asked for
     * @param revokeTokens whether the tokens of the user's programs end too
     */
    record Typed(String current, String password, String again, boolean revokeTokens) {
    }

    /** Too many wrong passwords were tried for this account; the next is looked at from that instant on. */
    static final class TooManyGuesses extends RuntimeException {

        private final transient Instant again;

        TooManyGuesses(Instant again) {
            this.again = again;
        }

        Instant again() {
            return again;
        }
    }

    @Inject
    Who who;
    @Inject
    Sessions sessions;
    @Inject
    SecondFactor secondFactor;
    @Inject
    SignIn signIn;
    @Inject
    Accounts accounts;
    @Inject
    ProgramTokens tokens;
    @Inject
    Passwords passwords;
    @Inject
    Outbox outbox;
    @Inject
    Letters letters;
    @Inject
    Today today;
    @Inject
    Trail trail;
    final AccountText text = Language.texts(AccountText.class);

    /** Those that may be used, the newest first. */
    List<OwnSession> sessions() {
        UUID here = who.session();
        return sessions.of(who.viewer().userId()).stream()
                .map(open -> new OwnSession(open.id(), open.since(), open.seen(), open.address(), open.browser(), open.id().equals(here), open.passwordOnly())).toList();
    }

    /** One's second factors, in the order they were added. */
    List<SecondFactor.Listed> factors() {
        return secondFactor.of(who.viewer().userId());
    }

    /** Ends one of the sessions, be it this one; {@link NotThere} where it is another's or none. */
    @Transactional
    void end(UUID session) {
        sessions.end(who.viewer().userId(), who.viewer().login(), session, "its user ended it");
    }

    /** Ends all but this one; how many there were. */
    @Transactional
    int endOthers() {
        return sessions.endAllBut(who.viewer().userId(), who.viewer().login(), who.session(), "its user ended all others");
    }

    /**
     * Changes the password, ends all other sessions and gives this one another token. Tokens of programs do not rest on the password: they end where that is asked for. The old password is asked
     * for as at a sign-in, and throttled with it. Outside a transaction.
     *
     * @throws BadInput       with what is wrong in {@code current}, {@code password} and {@code again}; what cannot become a password costs no guess
     * @throws TooManyGuesses where the old password was not looked at
     */
    Changed changePassword(Typed typed, SignIn.Browser browser) {
        Viewer viewer = who.viewer();
        faults(typed, viewer);
        SignIn.Outcome outcome = signIn.confirm(viewer.login(), typed.current(), browser);
        if (outcome instanceof SignIn.Throttled throttled) {
            throw new TooManyGuesses(throttled.again());
        }
        if (!(outcome instanceof SignIn.Confirmed confirmed)) {
            throw new BadInput("current", null, text.wrong());
        }
        String hash = passwords.hash(typed.password());
        return QuarkusTransaction.requiringNew().call(() -> {
            if (!accounts.changePassword(viewer.userId(), confirmed.hash(), hash)) {
                throw new BadInput("current", null, text.meanwhile());
            }
            int ended = sessions.endAllBut(viewer.userId(), viewer.login(), who.session(), "the password was changed");
            String csrf = Token.random();
            String token = sessions.renew(viewer.userId(), who.session(), csrf).orElseThrow(UnauthorizedException::new);
            int revoked = typed.revokeTokens() ? tokens.revokeAll(viewer.userId(), viewer.login(), "the password was changed") : 0;
            trail.write("password.changed", null, viewer.login(), Map.of("sessionsEnded", ended, "tokensRevoked", revoked));
            accounts.emailOf(viewer.userId()).ifPresent(email -> outbox.post(accounts.writing(viewer.userId(), () -> letters.passwordChanged(email, viewer.name(), today.now()))));
            return new Changed(token, csrf, ended, revoked);
        });
    }

    private void faults(Typed typed, Viewer viewer) {
        String current = typed.current() == null ? "" : typed.current();
        String password = typed.password() == null ? "" : typed.password();
        List<Problem> problems = new ArrayList<>();
        if (current.isEmpty()) {
            problems.add(new Problem("current", null, text.currentMissing()));
        }
        PasswordRules.fault(password, viewer.login(), viewer.name())
                .or(() -> Passwords.typed(password).equals(Passwords.typed(current)) ? Optional.of(text.same()) : Optional.empty())
                .ifPresent(fault -> problems.add(new Problem("password", null, fault)));
        if (typed.again() != null && !typed.again().equals(password)) {
            problems.add(new Problem("again", null, text.notTheSame()));
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }
}
