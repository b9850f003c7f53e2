package org.prorata.identity;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.prorata.audit.Trail;
import org.prorata.audit.TrailActor;
import org.prorata.identity.OneTimeLinks.Issued;
import org.prorata.identity.OneTimeLinks.Purpose;
import org.prorata.mail.EmailAddress;
import org.prorata.mail.Mailing;
import org.prorata.mail.Outbox;
import org.prorata.web.BadInput;
import org.prorata.web.Language;
import org.prorata.web.Problem;

/**
 * The address to which one's own mail goes. It is changed by its user alone, never by an administrator, who could else have a new password sent to himself and decide as somebody else. It counts
 * once it is confirmed by a link that is sent to it.
 */
@ApplicationScoped
public class OwnEmail {

    /** How long the link works that confirms an address. */
    private static final int MOST = 3;
    private static final Duration LASTS = Duration.ofDays(1);

    /** @param waits the address that is still to be confirmed; null where none is, as is the present one where there is none */
    record Standing(String email, String waits) {
    }

    @Inject
    Who who;
    @Inject
    Accounts accounts;
    @Inject
    SignIn signIn;
    @Inject
    OneTimeLinks links;
    @Inject
    Throttle throttle;
    @Inject
    TrailActor actor;
    @Inject
    Letters letters;
    @Inject
    Mailing mailing;
    @Inject
    Outbox outbox;
    @Inject
    Trail trail;
    final AccountText text = Language.texts(AccountText.class);

    /** Empty where one has none. */
    public Optional<String> address() {
        return accounts.emailOf(who.viewer().userId());
    }

    Standing standing() {
        return new Standing(address().orElse(null), links.addressToConfirm(who.viewer().userId()).orElse(null));
    }

    /** Whether an address could be confirmed at all. */
    boolean possible() {
        return mailing.isSetUp();
    }

    /**
     * Sends a link to the address that confirms it. The password is asked for as at a sign-in, and throttled with it. Outside a transaction.
     *
     * @throws BadInput                   with what is wrong in {@code email} and {@code proof}, the password; what cannot be an address costs no guess
     * @throws OwnAccount.TooManyGuesses where the password was not looked at, or a fourth link within an hour was asked for
     */
    void change(String email, String proof, SignIn.Browser browser) {
        Viewer viewer = who.viewer();
        String address = EmailAddress.typed(email);
        faults(address, email, proof);
        SignIn.Outcome outcome = signIn.confirm(viewer.login(), proof, browser);
        if (outcome instanceof SignIn.Throttled throttled) {
            throw new OwnAccount.TooManyGuesses(throttled.again());
        }
        if (!(outcome instanceof SignIn.Confirmed)) {
            throw new BadInput("proof", null, text.wrong());
        }
        counted(viewer.userId().toString());
        counted(address.toLowerCase(Locale.ROOT));
        QuarkusTransaction.requiringNew().run(() -> {
            Issued link = links.issue(Purpose.EMAIL, viewer.userId(), address, LASTS);
            outbox.post(accounts.writing(viewer.userId(), () -> letters.newAddress(address, viewer.login(), viewer.name(), link)));
            trail.write("email.asked", null, viewer.login(), Map.of("email", address, "until", link.expires().toString()));
        });
    }

    /** Mail goes to somebody who has not asked for it: so much an hour for a user, and for an address. */
    private void counted(String account) {
        Throttle.Verdict verdict = throttle.countApart("ADDRESS", account, MOST, actor.address());
        if (verdict.guess() == null) {
            throw new OwnAccount.TooManyGuesses(verdict.again());
        }
    }

    private void faults(String address, String typed, String proof) {
        if (!possible()) {
            throw new BadInput("email", typed, text.noMail());
        }
        List<Problem> problems = new ArrayList<>();
        if (!EmailAddress.isOne(address)) {
            problems.add(new Problem("email", typed, text.noAddress()));
        } else if (address().equals(Optional.of(address))) {
            problems.add(new Problem("email", typed, text.sameAddress()));
        }
        if (proof == null || proof.isEmpty()) {
            problems.add(new Problem("proof", null, text.currentMissing()));
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }
}
