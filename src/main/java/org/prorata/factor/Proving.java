package org.prorata.factor;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.prorata.identity.Person;
import org.prorata.identity.Proofs;
import org.prorata.web.BadInput;
import org.prorata.web.Language;

/**
 * Looks at what somebody proves itself with: a code or a passkey of one who has a second factor, the password of one who has none. Nothing of it is called within a transaction.
 */
@ApplicationScoped
class Proving {

    /** What was typed; what was not is null or empty. */
    record Typed(String password, String code, String credential) {

        boolean none() {
            return empty(password) && empty(code) && empty(credential);
        }

        private static boolean empty(String text) {
            return text == null || text.isBlank();
        }
    }

    /**
     * @param by    by what it was right; null where it was not
     * @param again from when on another is looked at, where this one was not; else null
     */
    record Outcome(String by, Proofs.Said said, Instant again) {

        boolean right() {
            return said == Proofs.Said.RIGHT;
        }

        /** Whether it was more than a password. */
        boolean second() {
            return right() && !by.equals(PASSWORD);
        }
    }

    static final String PASSWORD = "password";
    private static final int DIGITS = Totp.USUAL.digits();

    @Inject
    SecondFactors factors;
    @Inject
    Authenticators authenticators;
    @Inject
    RecoveryCodes recovery;
    @Inject
    Passkeys passkeys;
    @Inject
    Proofs proofs;
    final FactorText text = Language.texts(FactorText.class);

    /** With what this one can prove itself: the ways of its second factors, or else its password. */
    List<String> ways(Person person) {
        List<String> ways = factors.ways(person.user());
        return ways.isEmpty() ? List.of(PASSWORD) : ways;
    }

    /** Refused as {@link BadInput} in {@code password} or {@code code} where nothing was typed that could be looked at; that costs no guess. */
    Outcome look(Person person, Typed typed, RoutingContext request) {
        boolean byPassword = ways(person).contains(PASSWORD);
        if (byPassword && !Typed.empty(typed.password())) {
            return outcome(PASSWORD, proofs.password(person, typed.password(), request));
        }
        if (!byPassword && !Typed.empty(typed.credential())) {
            return passkeys.proves(person, typed.credential(), request) ? new Outcome(SecondFactors.PASSKEY, Proofs.Said.RIGHT, null) : new Outcome(null, Proofs.Said.WRONG, null);
        }
        if (!byPassword && !Typed.empty(typed.code())) {
            boolean ofApp = Authenticators.plain(typed.code()).matches("\\d{" + DIGITS + "}");
            return outcome(ofApp ? SecondFactors.TOTP : SecondFactors.RECOVERY, proofs.code(person,
                    () -> ofApp ? authenticators.takes(person.user(), typed.code()) : recovery.takes(person.user(), typed.code()), request));
        }
        throw byPassword ? new BadInput(PASSWORD, null, text.passwordMissing()) : new BadInput("code", null, text.codeMissing());
    }

    private static Outcome outcome(String by, Proofs.Answer answer) {
        return new Outcome(answer.said() == Proofs.Said.RIGHT ? by : null, answer.said(), answer.again());
    }
}
