package org.prorata.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.prorata.identity.OneTimeLinks.Issued;
import org.prorata.mail.Letter;
import org.prorata.web.Formats;
import org.prorata.web.Language;
import org.prorata.web.PortalAddress;

/** The mail that this room writes, each with its link where it has one. */
@ApplicationScoped
class Letters {

    final LetterText text = Language.texts(LetterText.class);
    @Inject
    PortalAddress portal;

    /** Where a link is opened; its holder alone may know it. */
    String link(Issued link) {
        return portal.of(LinkPages.PATH + link.token());
    }

    Letter invitation(String email, String login, String name, Issued link) {
        return new Letter(email, text.invitationSubject(), text.invitation(name, login, link(link), Formats.minute(link.expires())), link.expires());
    }

    Letter newPassword(String email, String login, String name, Issued link) {
        return new Letter(email, text.newPasswordSubject(), text.newPassword(name, login, link(link), Formats.minute(link.expires())), link.expires());
    }

    Letter passwordChanged(String email, String name, Instant at) {
        return new Letter(email, text.passwordChangedSubject(), text.passwordChanged(name, Formats.minute(at), portal.of("/forgotten")), null);
    }

    Letter newAddress(String email, String login, String name, Issued link) {
        return new Letter(email, text.newAddressSubject(), text.newAddress(name, login, link(link), Formats.minute(link.expires())), link.expires());
    }

    /** To the address that was left. */
    Letter addressChanged(String email, String name, Instant at) {
        return new Letter(email, text.addressChangedSubject(), text.addressChanged(name, Formats.minute(at)), null);
    }
}
