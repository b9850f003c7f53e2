package org.prorata.identity;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.prorata.audit.Trail;
import org.prorata.audit.TrailActor;
import org.prorata.identity.OneTimeLinks.Link;
import org.prorata.identity.OneTimeLinks.Purpose;
import org.prorata.mail.Outbox;
import org.prorata.web.BadInput;
import org.prorata.web.Language;
import org.prorata.web.Problem;
import org.prorata.web.Today;

/**
 * What the holder of a link that came by mail does with it: chooses a password, or confirms an address. Looking at a link changes nothing; only what is sent with it uses it up.
 * Outside a transaction.
 */
@ApplicationScoped
class PersonalLinks {

    /** The link opens nothing, whatever the reason: its holder is told no more. */
    static final class LinkRefused extends RuntimeException {

        LinkRefused() {
            super("the link opens nothing", null, false, false);
        }
    }

    @Inject
    OneTimeLinks links;
    @Inject
    Accounts accounts;
    @Inject
    Passwords passwords;
    @Inject
    Sessions sessions;
    @Inject
    ProgramTokens tokens;
    @Inject
    Throttle throttle;
    @Inject
    Outbox outbox;
    @Inject
    Letters letters;
    @Inject
    Trail trail;
    @Inject
    TrailActor actor;
    @Inject
    Today today;
    final LinkText text = Language.texts(LinkText.class);

    private final TurnedAway told = new TurnedAway();

    /** The open link of that token; {@link LinkRefused}, which is on the trail, where it opens nothing. */
    Link look(String token) {
        Optional<Link> link = links.find(token).filter(found -> found.purpose() != Purpose.SETUP);
        if (link.filter(Link::open).isEmpty()) {
            throw refused(token, link);
        }
        return link.get();
    }

    /**
     * Sets the password of an invitation's or a reset's user. With a reset all sessions and tokens of programs end, and the user is told.
     *
     * @throws BadInput where it cannot be the password; the link stays open then
     */
    void choose(String token, String password, String again) {
        Link link = look(token);
        if (link.purpose() == Purpose.EMAIL) {
            throw refused(token, Optional.of(link));
        }
        faults(link, password, again);
        String hash = passwords.hash(password);
        using(token, () -> {
            if (!links.use(token, link.purpose()) || !accounts.setPassword(link.user(), hash, link.purpose() == Purpose.INVITATION)) {
                throw new LinkRefused();
            }
            if (link.purpose() == Purpose.INVITATION) {
                trail.write("invitation.accepted", null, link.login(), Map.of());
            } else {
                int ended = sessions.endAllBut(link.user(), link.login(), null, "the password was reset");
                int revoked = tokens.revokeAll(link.user(), link.login(), "the password was reset");
                trail.write("password.reset", null, link.login(), Map.of("sessionsEnded", ended, "tokensRevoked", revoked));
                accounts.emailOf(link.user()).ifPresent(email -> outbox.post(accounts.writing(link.user(), () -> letters.passwordChanged(email, link.name(), today.now()))));
            }
        });
        // What was guessed before was guessed of another password: it does not keep the user out.
        throttle.forgetAll(link.login());
    }

    /**
     * From now on the user's mail goes to the address to which the link was sent; the one before is told.
     *
     * @throws BadInput where another user has the address
     */
    void confirm(String token) {
        Link link = look(token);
        if (link.purpose() != Purpose.EMAIL) {
            throw refused(token, Optional.of(link));
        }
        using(token, () -> {
            Optional<String> before = accounts.emailOf(link.user());
            if (!links.use(token, Purpose.EMAIL)) {
                throw new LinkRefused();
            }
            accounts.setEmail(link.user(), link.email());
            trail.write("email.changed", null, link.login(), Map.of("before", before.orElse(""), "after", link.email()));
            before.filter(address -> !address.equalsIgnoreCase(link.email())).ifPresent(address -> outbox.post(accounts.writing(link.user(), () -> letters.addressChanged(address, link.name(), today.now()))));
        });
    }

    /** All of it or nothing; who comes second is refused as if it had come later. */
    private void using(String token, Runnable work) {
        try {
            QuarkusTransaction.requiringNew().run(work);
        } catch (LinkRefused meanwhile) {
            throw refused(token, links.find(token));
        }
    }

    private void faults(Link link, String password, String again) {
        String typed = password == null ? "" : password;
        List<Problem> problems = new ArrayList<>();
        PasswordRules.fault(typed, link.login(), link.name()).ifPresent(fault -> problems.add(new Problem("password", null, fault)));
        if (!typed.equals(again)) {
            problems.add(new Problem("again", null, text.notTheSame()));
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }

    /** One row an hour for each link, reason and address, and one for all that were made up: whoever tries many fills no trail. */
    private LinkRefused refused(String token, Optional<Link> link) {
        String because = link.map(found -> found.open() ? "it is for something else" : found.because()).orElse("there is none");
        if (told.isNewThisHour(link.isPresent() ? token + because : "", actor.address())) {
            trail.writeApart("link.refused", null, link.map(Link::login).orElse("an unknown link"), Map.of("because", because, "of", link.map(found -> found.purpose().word()).orElse("")));
        }
        return new LinkRefused();
    }
}
