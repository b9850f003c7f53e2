package org.prorata.people;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of notices by mail, and of the page on which one chooses them. */
@MessageBundle("people")
public interface PeopleText {

    @Message("What you are told by mail")
    String title();

    @Message("Mail names the deal and has a link, and no figure. It goes to {email}.")
    String words(String email);

    @Message("You have no address for mail, so nothing is sent to you.")
    String noEmail();

    @Message("This portal sends no mail.")
    String noMail();

    @Message("Your account")
    String account();

    @Message("{#switch word}{#case 'allocation-changed'}Your allocation changed{#case 'proposal-waits'}A proposal waits for you{#case 'new-sign-in'}A sign-in from a new place{#case}{word}{/switch}")
    String kind(String word);

    @Message("{#switch word}{#case 'allocation-changed'}Something of your own positions, slices, warrants or adjustments is another since a change was approved.{#case 'proposal-waits'}Somebody else proposed a change of a deal of which you decide.{#case 'new-sign-in'}Somebody signed in under your name with a kind of browser, or from a network, that had not been used before.{#case}{/switch}")
    String kindWords(String word);

    @Message("{#switch word}{#case 'at-once'}At once{#case 'daily'}Once a day, together{#case 'none'}Not at all{#case}{word}{/switch}")
    String choice(String word);

    @Message("Save")
    String save();

    @Message("Your choice is saved.")
    String saved();

    @Message("choose at-once, daily or none")
    String noChoice();

    @Message("choose among allocation-changed, proposal-waits and new-sign-in")
    String noKind();

    @Message("Your allocation changed: {deal}")
    String changedSubject(String deal);

    @Message("""
            Your allocation in the deal “{deal}” changed at {at} UTC. What it is now:
            {link}
            """)
    String changed(String deal, String at, String link);

    @Message("A proposal waits for you: {deal}")
    String waitsSubject(String deal);

    @Message("""
            A change of the deal “{deal}” was proposed at {at} UTC and waits for a second person:
            {link}
            """)
    String waits(String deal, String at, String link);

    @Message("A new sign-in to Prorata")
    String signInSubject();

    @Message("""
            {browser} signed in under your name from {network}, at {at} UTC. If it was not you, end that session and change your password:
            {link}
            """)
    String signIn(String browser, String network, String at, String link);

    @Message("A browser or program")
    String someBrowser();

    @Message("What is new at Prorata")
    String dailySubject();

    @Message("""
            Hello {name},

            {paragraphs}

            --
            You choose what you are told by mail at {link}
            """)
    String whole(String name, String paragraphs, String link);
}
