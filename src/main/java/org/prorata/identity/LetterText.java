package org.prorata.identity;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of mail about one's account. None of it names a deal. */
@MessageBundle("letter")
public interface LetterText {

    @Message("Your invitation to Prorata")
    String invitationSubject();

    @Message("""
            Hello {name},

            you are invited to Prorata, the web portal of a loan syndicate. Your sign-in name is {login}. Choose your password here:

            {link}

            The link works once, until {until} UTC. If you did not expect it, leave it alone.
            """)
    String invitation(String name, String login, String link, String until);

    @Message("A new password for Prorata")
    String newPasswordSubject();

    @Message("""
            Hello {name},

            somebody, probably you, asked for a new password for the sign-in name {login}. Choose it here:

            {link}

            The link works once, until {until} UTC. If it was not you, leave it alone: your password stays as it is.
            """)
    String newPassword(String name, String login, String link, String until);

    @Message("Your password for Prorata was changed")
    String passwordChangedSubject();

    @Message("""
            Hello {name},

            your password was changed at {at} UTC, and your other sessions have ended. If it was not you, choose a new one at once and tell the agency desk:

            {link}
            """)
    String passwordChanged(String name, String at, String link);

    @Message("Confirm your address for Prorata")
    String newAddressSubject();

    @Message("""
            Hello {name},

            the user {login} wants mail of Prorata to be sent to this address. Confirm it here:

            {link}

            The link works once, until {until} UTC. If it was not you, leave it alone: nothing will be sent here.
            """)
    String newAddress(String name, String login, String link, String until);

    @Message("Your address for Prorata was changed")
    String addressChangedSubject();

    @Message("""
            Hello {name},

            since {at} UTC mail of Prorata goes to another address, and no more to this one. If it was not you, tell the agency desk at once.
            """)
    String addressChanged(String name, String at);
}
