package org.prorata.identity;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of sign-in and of the first administrator's page. */
@MessageBundle("identity")
public interface IdentityText {

    @Message("Sign in")
    String signIn();

    @Message("Your slice of every payment and warrant, to the cent, and why it is that figure.")
    String welcome();

    @Message("Sign-in name")
    String login();

    @Message("Password")
    String password();

    @Message("The name or the password is not right.")
    String wrong();

    @Message("Too many wrong passwords were tried for this name or from this address. Nothing was looked at; try again from {time} on.")
    String throttled(String time);

    @Message("Too many people are signing in at this moment. Please try again in a minute.")
    String busy();

    @Message("Nobody can sign in over this address: the connection is not encrypted, and a password would travel in the open. Use the portal’s https:// address; on the machine itself, http://localhost works too.")
    String open();

    @Message("Sign in with {provider}")
    String signInWith(String provider);

    @Message("Going to {provider}")
    String goingTo(String provider);

    @Message("Go on")
    String goOn();

    @Message("You are signed in as {name}. Signing in again ends that session.")
    String already(String name);

    @Message("This is a demonstration")
    String demonstration();

    @Message("Its users and their passwords are open to everybody. Choose one to sign in.")
    String demonstrationUsers();

    @Message("The mail it would send is shown.")
    String demonstrationMail();

    @Message("Who")
    String who();

    @Message("Sign in as {login}")
    String signInAs(String login);

    @Message("Sign in with a passkey")
    String withPasskey();

    @Message("Your browser or device gave no passkey. Try again, or use your password.")
    String noPasskey();

    @Message("The first administrator")
    String setup();

    @Message("The portal has no users yet. This page works once and makes the first: a member of the agency desk, who sees every deal.")
    String setupWords();

    @Message("Your name")
    String name();

    @Message("As others will see it beside what you propose and approve.")
    String nameHint();

    @Message("Letters, digits and . _ @ + - ; capitals do not matter.")
    String loginHint();

    @Message("12 to 128 characters. Three or four unrelated words are good; common passwords are refused.")
    String passwordHint();

    @Message("Make this user")
    String make();

    @Message("A guided path")
    String guided();

    @Message("Four pages, with a few words on each, to where it is told who got the cent that was left, and why.")
    String guidedWords();

    @Message("Back to your form")
    String typedTitle();

    @Message("You were signed out before your form was sent. What you had typed was kept for you, and nothing has been sent.")
    String typedWords();

    @Message("Back to the form")
    String typedBack();
}
