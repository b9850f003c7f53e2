package org.prorata.factor;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of second factors. */
@MessageBundle("factor")
public interface FactorText {

    @Message("Second factor")
    String title();

    @Message("Beside your password: a code of an authenticator app, or a passkey. With one, a stolen password opens nothing; it is also what you approve with.")
    String words();

    @Message("Set up a second factor")
    String requiredTitle();

    @Message("The portal, or a deal you enter, asks for a second factor. Set one up to go on: nothing is shown before.")
    String requiredWords();

    @Message("Yours")
    String yours();

    @Message("Name")
    String name();

    @Message("Kind")
    String kind();

    @Message("Added (UTC)")
    String added();

    @Message("Last used (UTC)")
    String lastUsed();

    @Message("never")
    String never();

    @Message("Rename")
    String rename();

    @Message("Rename {name}")
    String renameOf(String name);

    @Message("Remove")
    String remove();

    @Message("Remove {name}")
    String removeOf(String name);

    @Message("Authenticator app")
    String authenticator();

    @Message("An app on your telephone shows six digits that change every thirty seconds. It works without a network.")
    String authenticatorWords();

    @Message("Set up an app")
    String setUpApp();

    @Message("To move it to another telephone, remove it and set it up there.")
    String hasAppWords();

    @Message("Passkey")
    String passkey();

    @Message("Your device signs in for you, by your finger, your face or its number. It cannot be typed into a false page, and with it you need no password here.")
    String passkeyWords();

    @Message("Add a passkey")
    String addPasskey();

    @Message("Recovery codes")
    String codes();

    @Message("{#when left}{#is 0}None is left. Make new ones.{#is 1}One of ten is left. Each works once, in place of a code or a passkey.{#is 10}All ten are left. Each works once, in place of a code or a passkey.{#else}{left} of ten are left. Each works once, in place of a code or a passkey.{/when}")
    String codesLeft(int left);

    @Message("Make new ones")
    String remakeCodes();

    @Message("Keep these codes apart from your telephone. Each works once, in place of a code or a passkey. They are shown now and never again.")
    String codesWords();

    @Message("The codes you had before are void.")
    String codesRemade();

    @Message("I have kept them: go on")
    String codesKept();

    @Message("{#switch word}{#case 'added'}It is added.{#case 'renamed'}It has its new name.{#case 'removed'}It is removed.{#case}{/switch}")
    String done(String word);

    @Message("Take this picture with the app, or type its secret.")
    String scan();

    @Message("A QR code with the secret below")
    String picture();

    @Message("Secret")
    String secret();

    @Message("Then type the code the app shows")
    String firstCode();

    @Message("Six digits. They show that the app works; only then is it yours.")
    String firstCodeHint();

    @Message("It works: add it")
    String confirm();

    @Message("This is not the code of this secret at this time. Type the one the app shows now; if it stays wrong, look at the telephone’s clock.")
    String wrongFirstCode();

    @Message("What it is on, such as My laptop: so that you know it again.")
    String passkeyNameHint();

    @Message("Go on to your device")
    String makePasskey();

    @Message("Passkeys need scripts, and a browser that knows them.")
    String noScript();

    @Message("Your browser or device gave no passkey. Nothing was changed; try again.")
    String notGiven();

    @Message("The passkey was not taken. Nothing was changed; try again.")
    String passkeyRefused();

    @Message("Back")
    String back();

    // the second step of a sign-in, and proofs

    @Message("One more step")
    String stepTitle();

    @Message("The password was right, {name}. Give your second factor to go on.")
    String stepWords(String name);

    @Message("Code")
    String code();

    @Message("The six digits of your authenticator app, or one of your recovery codes.")
    String codeHint();

    @Message("One of your recovery codes.")
    String recoveryHint();

    @Message("Go on")
    String goOn();

    @Message("Use a passkey")
    String usePasskey();

    @Message("Who you are")
    String proveTitle();

    @Message("Prove once more who you are: the last time was too long ago for this. What you typed is kept, and is done with it.")
    String proveWords();

    @Message("Your password")
    String password();

    @Message("Prove it and go on")
    String prove();

    @Message("Type your password.")
    String passwordMissing();

    @Message("Type a code.")
    String codeMissing();

    @Message("This is not your password.")
    String wrongPassword();

    @Message("This was not right. A code works once and for about a minute: take the next one. A recovery code works once.")
    String wrongProof();

    @Message("Too many wrong passwords or codes were tried for your account or from this address. It was not looked at; try again from {time} on.")
    String throttled(String time);

    @Message("Too many passwords are being looked at at this moment. Please try again in a minute.")
    String busy();

    // what stands against it

    @Message("A name has 1 to {longest} characters in one line.")
    String badName(int longest);

    @Message("You have an authenticator app already. Remove it before you set up another.")
    String hasAuthenticator();

    @Message("An authenticator app cannot be set up: the portal has no key to keep its secret with. Who runs the portal sets PRORATA_SECRETS_KEY to 64 hexadecimal digits.")
    String noKey();

    @Message("Passkeys cannot be used at this address. Who runs the portal sets PRORATA_ADDRESS to the address people use; on the machine itself they work at http://localhost.")
    String noAddress();

    @Message("Too many passkeys were asked for from this address within five minutes. Try again in some minutes.")
    String tooManyChallenges();

    // who is asked

    @Message("Who needs a second factor")
    String rulesTitle();

    @Message("Who has a grant in a deal that asks, be it one of every deal, sets a second factor up at the next request, before anything is shown.")
    String rulesWords();

    @Message("The portal")
    String portalRule();

    @Message("{#switch word}{#case 'agent'}asks makers, checkers and administrators.{#case 'all'}asks everybody.{#case}asks nobody by itself.{/switch} This is configured by PRORATA_SECOND_FACTOR_REQUIRED.")
    String portalAsks(String word);

    @Message("Deals that ask")
    String dealRules();

    @Message("No deal asks.")
    String noDealRules();

    @Message("Deal")
    String deal();

    @Message("The deal’s name in addresses, such as rusoro-2010.")
    String dealHint();

    @Message("Since (UTC)")
    String since();

    @Message("Ask no more")
    String askNoMore();

    @Message("Ask the users of {deal} no more")
    String askNoMoreOf(String deal);

    @Message("Ask for one in a deal")
    String askTitle();

    @Message("Ask")
    String ask();

    @Message("There is no deal of this name.")
    String noDeal();

    @Message("This deal asks already.")
    String asksAlready();

    @Message("This deal does not ask.")
    String asksNot();

    @Message("{#switch word}{#case 'asks'}The deal asks from its users’ next request.{#case 'asks-no-more'}The deal asks no more.{#case}{/switch}")
    String ruleDone(String word);
}
