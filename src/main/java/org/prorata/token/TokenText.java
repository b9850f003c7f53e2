package org.prorata.token;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of tokens for programs. */
@MessageBundle("token")
public interface TokenText {

    @Message("Tokens for programs")
    String title();

    @Message("A token lets a program do under your name what you choose here, as long as your own grants allow it. It cannot approve, administer, change your account or sign in.")
    String words();

    @Message("Your account")
    String account();

    @Message("The token {name} is made")
    String made(String name);

    @Message("This is the only time it is shown. Keep it as you keep a password, and give it to the program in the header “Authorization: Bearer …”.")
    String once();

    @Message("The new token")
    String newToken();

    @Message("The token is revoked. It opens nothing any more.")
    String revoked();

    @Message("Your tokens")
    String yours();

    @Message("You have none.")
    String none();

    @Message("Name")
    String name();

    @Message("May")
    String may();

    @Message("Of")
    String of();

    @Message("Made (UTC)")
    String madeAt();

    @Message("Expires (UTC)")
    String expires();

    @Message("Last used (UTC)")
    String lastUsed();

    @Message("never")
    String never();

    @Message("expired")
    String expired();

    @Message("Revoke")
    String revoke();

    @Message("Revoke the token {name}")
    String revokeOf(String name);

    @Message("Make a token")
    String makeOne();

    @Message("For you to know it by, such as the program’s name.")
    String nameHint();

    @Message("What it may do")
    String scope();

    @Message("read")
    String read();

    @Message("read and propose")
    String propose();

    @Message("{#if word == 'propose'}read and propose{#else}read{/if}")
    String scopeOf(String word);

    @Message("What it reaches")
    String reach();

    @Message("You enter no deal that a token could reach.")
    String nothingToReach();

    @Message("{deal}, whole")
    String wholeDeal(String deal);

    @Message("{deal}, {lender} alone")
    String lenderAlone(String deal, String lender);

    @Message("Other deals")
    String more();

    @Message("Their names in addresses, such as rusoro-2010, with spaces or commas between them.")
    String moreHint();

    @Message("Days until it expires")
    String days();

    @Message("From 1 to {most}.")
    String daysHint(int most);

    @Message("Make the token")
    String make();

    @Message("A name has 1 to {most} characters in one line.")
    String wrongName(int most);

    @Message("You have a token of this name. Choose another name, or revoke that one first.")
    String nameTaken();

    @Message("Choose read or propose.")
    String wrongScope();

    @Message("A whole number of days from 1 to {most}.")
    String wrongDays(int most);

    @Message("Choose at least one deal or lender.")
    String nothingReached();

    @Message("A token reaches at most {most} deals and lenders. Make several.")
    String tooMuchReached(int most);

    @Message("You have {most} tokens. Revoke one that is not needed any more.")
    String tooMany(int most);

    @Message("You enter no deal {deal}.")
    String noDeal(String deal);

    @Message("You act for no lender {lender}. Write the deal, a slash and the lender’s short name, such as rusoro-2010/endeavour.")
    String noLender(String lender);

    @Message("You do not propose changes of {deal}. Choose read, or leave that deal out.")
    String notProposing(String deal);

    @Message("A token for single lenders reads only. Choose read, or whole deals.")
    String lendersDoNotPropose();

    @Message("This token opens nothing")
    String invalidTitle();

    @Message("The token is not valid. It may be mistyped, expired or revoked; its user can make another at /account/tokens.")
    String invalid();

    @Message("A token and a session")
    String bothTitle();

    @Message("The request brings a token and the cookie of a session. Send one of them alone.")
    String both();

    @Message("Not for tokens")
    String atAPageTitle();

    @Message("A token opens addresses under /api/v1/ alone.")
    String atAPage();
}
