package org.prorata.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.prorata.audit.Trail;
import org.prorata.identity.OneTimeLinks.Issued;
import org.prorata.identity.OneTimeLinks.Purpose;
import org.prorata.mail.EmailAddress;
import org.prorata.mail.Mailing;
import org.prorata.mail.Outbox;
import org.prorata.web.BadInput;
import org.prorata.web.Language;
import org.prorata.web.Refused;

/**
 * Brings people in. A user is added with its name and address and without a password, and a link with which it chooses one goes to the address; the administrator does not see the link, so that nobody else
 * becomes that user. Only where the portal sends no mail is it given to the administrator, to be handed over: there is no other way in, and the trail says so.
 */
@ApplicationScoped
class Invitations {

    /** As typed; what is left empty may be null. */
    record Typed(String login, String name, String email) {
    }

    /** @param handedOver the link, where no mail is sent; null where it was mailed */
    record Invited(UUID user, String handedOver) {
    }

    @Inject
    Users users;
    @Inject
    Accounts accounts;
    @Inject
    OneTimeLinks links;
    @Inject
    Letters letters;
    @Inject
    Mailing mailing;
    @Inject
    Outbox outbox;
    @Inject
    Trail trail;
    final UsersText text = Language.texts(UsersText.class);

    /** How long an invitation may be taken. */
    @ConfigProperty(name = "prorata.invitation.expires", defaultValue = "P7D")
    Duration lasts;

    /** Adds a user without any grant, and invites it. An address that a disabled user has is taken from it; refused as {@link BadInput} with what is wrong in {@code login}, {@code name} and {@code email}. */
    Invited invite(Typed typed) {
        return users.adding(Side.AGENT, () -> {
            accounts.freeEmail(typed.email()).ifPresent(of -> trail.write("email.changed", null, of, Map.of("before", EmailAddress.typed(typed.email()), "after", "")));
            UUID user = accounts.invite(typed.login(), typed.name(), typed.email(), null);
            return send(user, Accounts.key(typed.login()), typed.name().strip(), "user.invited");
        });
    }

    /**
     * Adds a user for a lender, by that lender's own administrator, and invites it; in the same transaction. An address that another user has stays that user's, and is refused.
     *
     * @param then what is asked for the new user
     */
    Invited inviteFor(UUID lender, Typed typed, Consumer<UserView> then) {
        return users.adding(Side.LENDER, () -> {
            UUID user = accounts.invite(typed.login(), typed.name(), typed.email(), lender);
            Invited invited = send(user, Accounts.key(typed.login()), typed.name().strip(), "user.invited");
            then.accept(new UserView(user, Accounts.key(typed.login()), typed.name().strip(), null, false, true, null, null, 0, true, List.of()));
            return invited;
        });
    }

    /** Sends an invitation that was not taken once more; the link that was sent before opens nothing any more. */
    Invited again(Side side, UUID user) {
        Invited[] invited = {null};
        users.change(side, user, "invite again", before -> {
            if (!before.withoutPassword()) {
                throw new Refused(text.hasCome());
            }
            if (before.disabled()) {
                throw new Refused(text.isDisabled());
            }
            if (!before.managed()) {
                throw new Refused(text.notManaged());
            }
            if (before.email() == null) {
                throw new Refused(text.hasNoAddress());
            }
            invited[0] = send(user, before.login(), before.name(), "user.invited.again");
        });
        return invited[0];
    }

    /** The invitation opens nothing any more. Its user stays and can be invited again. */
    void withdraw(Side side, UUID user) {
        users.change(side, user, "withdraw the invitation", before -> {
            if (!before.managed()) {
                throw new Refused(text.notManaged());
            }
            if (!links.end(user, Purpose.INVITATION, "it was withdrawn")) {
                throw new Refused(text.noInvitation());
            }
            trail.write("user.invitation.withdrawn", null, before.login(), Map.of());
        });
    }

    private Invited send(UUID user, String login, String name, String what) {
        String email = accounts.emailOf(user).orElseThrow();
        Issued link = links.issue(Purpose.INVITATION, user, null, lasts);
        boolean mailed = mailing.isSetUp();
        if (mailed) {
            outbox.post(accounts.writing(user, () -> letters.invitation(email, login, name, link)));
        }
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("user", user);
        told.put("name", name);
        told.put("email", email);
        told.put("until", link.expires().toString());
        told.put("link", mailed ? "mailed" : "given to the administrator, since the portal sends no mail");
        trail.write(what, null, login, told);
        return new Invited(user, mailed ? null : letters.link(link));
    }
}
