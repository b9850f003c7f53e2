package org.prorata.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.prorata.audit.Trail;
import org.prorata.audit.TrailActor;

/** Looks at guesses of an account's password or codes: each is counted before, and is none where it was right. What is wrong or turned away stands in the trail. */
@ApplicationScoped
class Guesses {

    /** @param again from when on the next is looked at, where this one was not; else null */
    record Result(boolean right, Instant again) {
    }

    /**
     * Whose secret is guessed.
     *
     * @param typed        the sign-in name, be it one nobody has
     * @param named        the sign-in name of the user; null where there is none
     * @param browserKnown whether the guess comes from a browser that has signed in to the account before
     */
    record Account(String typed, String named, boolean browserKnown) {
    }

    @Inject
    Throttle throttle;
    @Inject
    Trail trail;
    @Inject
    TrailActor actor;

    private final TurnedAway turnedAway = new TurnedAway();

    /** Looks at a password. Must be called outside a transaction. @param asked the first part of the trail's word for it */
    Result password(String asked, Account account, BooleanSupplier right) {
        return look(asked, account, throttle.count(account.typed(), account.browserKnown(), actor.address()), right);
    }

    /** Looks at a code of a user's. Must be called outside a transaction. */
    Result code(Account account, BooleanSupplier right) {
        return look("code", account, throttle.countCode(account.typed(), account.browserKnown(), actor.address()), right);
    }

    private Result look(String asked, Account account, Throttle.Verdict verdict, BooleanSupplier right) {
        // What was typed as a name nobody has may be a password: it is not kept.
        String subject = account.named() == null ? "an unknown name" : account.named();
        if (verdict.guess() == null) {
            if (turnedAway.isNew(asked + " " + account.typed(), actor.address(), verdict.again())) {
                trail.writeApart(asked + ".throttled", null, subject, Map.of("again", verdict.again().toString()));
            }
            return new Result(false, verdict.again());
        }
        if (!right.getAsBoolean()) {
            trail.writeApart(asked + ".refused", null, subject, Map.of());
            return new Result(false, null);
        }
        throttle.forget(verdict.guess());
        return new Result(true, null);
    }
}
