package org.prorata.identity;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.NewCookie;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.prorata.audit.Trail;
import org.prorata.audit.TrailActor;

/**
 * Proofs that one is who one says, beside the sign-in with a password: what the room {@code factor} found right opens a session here, or says that one which is open was proved
 * anew. None of it may be called within a transaction.
 */
@ApplicationScoped
public class Proofs {

    public enum Said {
        RIGHT, WRONG,
        /** Too many guesses were made: it was not looked at. */
        THROTTLED,
        /** Too many passwords are being looked at at this moment: it was not looked at. */
        BUSY
    }

    /** @param again from when on a next one is looked at, where it was throttled; else null */
    public record Answer(Said said, Instant again) {

        static final Answer RIGHT = new Answer(Said.RIGHT, null);
        static final Answer WRONG = new Answer(Said.WRONG, null);
        static final Answer BUSY = new Answer(Said.BUSY, null);
    }

    /** A session as it goes on. @param csrf its token for forms; null where it is the same as before @param cookies to be set with the answer */
    public record Entered(String csrf, NewCookie... cookies) {

        static final Entered UNCHANGED = new Entered(null);
    }

    @Inject
    SignIn signIn;
    @Inject
    Guesses guesses;
    @Inject
    Throttle throttle;
    @Inject
    Sessions sessions;
    @Inject
    Trail trail;
    @Inject
    TrailActor actor;

    /** Looks at the password of one who has a session: a guess as at a sign-in. */
    public Answer password(Person person, String password, RoutingContext request) {
        try {
            SignIn.Outcome outcome = signIn.confirm(person.login(), password, browser(request));
            return outcome instanceof SignIn.Throttled throttled ? new Answer(Said.THROTTLED, throttled.again()) : outcome instanceof SignIn.Confirmed ? Answer.RIGHT : Answer.WRONG;
        } catch (Passwords.Busy busy) {
            return Answer.BUSY;
        }
    }

    /**
     * Looks at a code of one who has a session. It is a guess like that of a password: ten an hour for an account.
     *
     * @param right looks at it; outside a transaction
     */
    public Answer code(Person person, BooleanSupplier right, RoutingContext request) {
        Guesses.Result result = guesses.code(new Guesses.Account(person.login(), person.login(), signIn.knows(person.user(), browser(request))), right);
        return result.again() != null ? new Answer(Said.THROTTLED, result.again()) : result.right() ? Answer.RIGHT : Answer.WRONG;
    }

    /**
     * Takes a proof that was found right. A session that waited for it is open from here on, under another token, so that whoever knew the one before knows nothing; one that was open
     * goes on.
     *
     * @param by     by what, for the trail
     * @param second whether it was more than a password
     */
    public Entered accept(Person person, String by, boolean second, RoutingContext request) {
        if (second && person.awaits() != Awaits.NOTHING) {
            Channel channel = Channel.of(request.request());
            SignIn.Opened opened = signIn.complete(person, by, browser(request)).orElseThrow(UnauthorizedException::new);
            return new Entered(opened.csrf(), opened.cookies(channel));
        }
        QuarkusTransaction.requiringNew().run(() -> {
            if (!sessions.proved(person.user(), person.session(), second)) {
                throw new UnauthorizedException();
            }
            trail.write("proof.given", null, person.login(), Map.of("by", by));
        });
        return Entered.UNCHANGED;
    }

    /** Opens a session of one who proved to be this user without a password; empty where the user is disabled, or the connection is one over which nobody signs in. */
    public Optional<Entered> open(UUID user, String by, RoutingContext request) {
        Channel channel = Channel.of(request.request());
        return channel.takesSignIns() ? signIn.open(user, by, browser(request)).map(opened -> new Entered(opened.csrf(), opened.cookies(channel))) : Optional.empty();
    }

    /**
     * Takes something that nobody can guess from one who has no session. It is counted all the same, for the address alone, as wrong passwords are, since each that is wrong makes a row of
     * the trail.
     *
     * @return the wrong ones so far leave no room for another until this instant; empty where it was looked at
     */
    public Optional<Instant> unguessable(BooleanSupplier right) {
        Throttle.Verdict verdict = throttle.count("of no account " + UUID.randomUUID(), false, actor.address());
        if (verdict.guess() != null && right.getAsBoolean()) {
            throttle.forget(verdict.guess());
        }
        return Optional.ofNullable(verdict.again());
    }

    /** The token of a browser that was asked for a passkey, by {@link #passkeyCookie}; empty where it was not. */
    public Optional<String> passkeyToken(RoutingContext request) {
        return Channel.of(request.request()).passkey(request.request());
    }

    /** @throws UnauthorizedException over a connection over which nobody signs in */
    public NewCookie passkeyCookie(String token, int seconds, RoutingContext request) {
        Channel channel = Channel.of(request.request());
        if (!channel.takesSignIns()) {
            throw new UnauthorizedException();
        }
        return channel.passkeyCookie(token, seconds);
    }

    private static SignIn.Browser browser(RoutingContext request) {
        return SignIn.Browser.of(Channel.of(request.request()), request.request());
    }
}
