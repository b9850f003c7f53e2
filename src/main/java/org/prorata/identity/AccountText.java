package org.prorata.identity;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of one's own account: its sessions, second factors and password. */
@MessageBundle("account")
public interface AccountText {

    @Message("Your account")
    String title();

    @Message("{name}, signed in as")
    String words(String name);

    @Message("Your sessions")
    String sessions();

    @Message("Each is a browser or a program that is signed in under your name. If you do not know one, end it and change your password.")
    String sessionsWords();

    @Message("Browser")
    String browser();

    @Message("not said")
    String noBrowser();

    @Message("From")
    String address();

    @Message("Since (UTC)")
    String since();

    @Message("Last seen (UTC)")
    String lastSeen();

    @Message("this one")
    String thisOne();

    @Message("End")
    String end();

    @Message("End the session of {browser} since {since}")
    String endOf(String browser, String since);

    @Message("End all others")
    String endOthers();

    @Message("Of pages and of mail, on every browser you sign in with. Files and the answers to programs are in English whatever you choose.")
    String languageWords();

    @Message("Mail")
    String mail();

    @Message("Your mail goes to")
    String mailGoes();

    @Message("You have no address for mail: nobody can tell you anything by mail, and you cannot get a new password.")
    String noEmail();

    @Message("A link was sent to {email}. Your address is changed once you open it.")
    String toConfirm(String email);

    @Message("What you are told by mail")
    String notices();

    @Message("Another address")
    String another();

    @Message("Address for mail")
    String email();

    @Message("A link is sent to it, with which you confirm it.")
    String emailHint();

    @Message("Your password")
    String proof();

    @Message("Send the link")
    String confirmIt();

    @Message("This portal sends no mail.")
    String noMail();

    @Message("An address for mail looks like name@example.com, in plain letters.")
    String noAddress();

    @Message("This is the address you have.")
    String sameAddress();

    @Message("Look into the mail of the new address: a link in it confirms it.")
    String asked();

    @Message("password only")
    String passwordOnly();

    @Message("Your second factor")
    String factors();

    @Message("Beside the password: a code of an authenticator app, or a passkey. With one, a stolen password opens nothing.")
    String factorsWords();

    @Message("None is set up.")
    String noFactors();

    @Message("Name")
    String factorName();

    @Message("Kind")
    String factorKind();

    @Message("{#switch kind}{#case 'totp'}authenticator app{#case}passkey{/switch}")
    String kind(String kind);

    @Message("Added (UTC)")
    String added();

    @Message("Last used (UTC)")
    String lastUsed();

    @Message("never")
    String neverUsed();

    @Message("Add, rename or remove")
    String manageFactors();

    @Message("Set one up")
    String setUpFactor();

    @Message("Change your password")
    String change();

    @Message("Tokens for programs")
    String tokens();

    @Message("Programs that read or propose under your name do so by tokens, which you make and revoke.")
    String tokensWords();

    @Message("See and make tokens")
    String toTokens();

    @Message("Revoke the tokens of my programs too")
    String revokeTokens();

    @Message("{#when count}{#is 1}Your one token is revoked.{#else}Your {count} tokens are revoked.{/when}")
    String revoked(int count);

    @Message("All your other sessions end with it.")
    String changeWords();

    @Message("The password you have")
    String current();

    @Message("The new one")
    String password();

    @Message("The new one again")
    String again();

    @Message("Change the password")
    String changeIt();

    @Message("{#when count}{#is 0}The password is changed. You had no other session.{#is 1}The password is changed, and your one other session has ended.{#else}The password is changed, and your {count} other sessions have ended.{/when}")
    String changed(int count);

    @Message("{#when count}{#is 0}There was no other session.{#is 1}The other session has ended.{#else}The {count} others have ended.{/when}")
    String othersEnded(int count);

    @Message("The session has ended.")
    String ended();

    @Message("This is not the password you have.")
    String wrong();

    @Message("Type the password you have.")
    String currentMissing();

    @Message("This is the password you have.")
    String same();

    @Message("This is not the new password as you typed it above.")
    String notTheSame();

    @Message("The password, or your account, was changed from elsewhere at the same time. This change was not made.")
    String meanwhile();

    @Message("Nothing was changed. Please type the passwords anew.")
    String typeAnew();

    @Message("Too many wrong passwords were tried for your account or from this address. It was not looked at; try again from {time} on.")
    String throttled(String time);

    @Message("Too many passwords are being looked at at this moment. Please try again in a minute.")
    String busy();
}
