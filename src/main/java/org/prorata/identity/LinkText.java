package org.prorata.identity;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages behind a link that came by mail, and of the one that asks for such a link. */
@MessageBundle("link")
public interface LinkText {

    @Message("Choose your password")
    String choose();

    @Message("Welcome, {name}. Your sign-in name is {login}. With the password that you choose here you sign in from now on.")
    String invitation(String name, String login);

    @Message("For {name}, sign-in name {login}. The password you had counts no more then, and all your sessions end.")
    String reset(String name, String login);

    @Message("Password")
    String password();

    @Message("Password again")
    String again();

    @Message("Set the password")
    String set();

    @Message("This is not the password as you typed it above.")
    String notTheSame();

    @Message("Confirm your address")
    String confirm();

    @Message("From now on mail for {name}, sign-in name {login}, goes to {email}.")
    String email(String name, String login, String email);

    @Message("Confirm")
    String confirmIt();

    @Message("This link opens nothing")
    String refusedTitle();

    @Message("It was used already, is too old, was withdrawn, or a newer one was sent. Nothing was changed.")
    String refused();

    @Message("If you were invited, ask whoever invited you to send the invitation again. If you forgot your password, ask for a new link.")
    String refusedWhatNow();

    @Message("Forgot your password?")
    String forgot();

    @Message("A new password")
    String forgotten();

    @Message("Say who you are, and a link with which you choose a new password comes by mail.")
    String forgottenWords();

    @Message("Sign-in name or address for mail")
    String who();

    @Message("Send the link")
    String send();

    @Message("Look into your mail")
    String askedTitle();

    @Message("If there is such a user who has an address for mail, a link is on its way to it. It works once, for {lasts}. At most three are sent in an hour; if none comes, ask your administrator whether yours is the address you look at.")
    String asked(String lasts);

    @Message("{#if hours > 1}{hours} hours{#else if hours == 1}an hour{#else}{minutes} minutes{/if}")
    String lasts(long hours, long minutes);

    @Message("This portal sends no mail, so no link can be sent. Ask an administrator to invite you anew.")
    String noMail();

    @Message("In this demonstration nothing is sent: the mail is shown here.")
    String shownAtMail();

    @Message("Back to the sign-in")
    String back();

    @Message("Your password is set. Sign in with it.")
    String passwordSet();

    @Message("Your address is confirmed.")
    String addressSet();
}
