package org.prorata.identity;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of requests for access, and of lenders' own administrators. */
@MessageBundle("requests")
public interface RequestText {

    @Message("Requests for access")
    String title();

    @Message("More access takes two: one administrator asks, another accepts. Until then the user has nothing of it.")
    String words();

    @Message("Among an administrator’s colleagues of the same lender another accepts; where there is none, one of the agent’s does.")
    String lenderWords();

    @Message("Open")
    String open();

    @Message("Nothing waits to be decided.")
    String noneOpen();

    @Message("Decided")
    String recent();

    @Message("For")
    String user();

    @Message("What")
    String what();

    @Message("Asked by")
    String askedBy();

    @Message("Asked (UTC)")
    String asked();

    @Message("Waits for")
    String waits();

    @Message("you")
    String you();

    @Message("Decided by")
    String decidedBy();

    @Message("Decided (UTC)")
    String decided();

    @Message("Outcome")
    String outcome();

    @Message("{#switch state}{#case 'open'}open{#case 'accepted'}accepted{#case 'refused'}refused{#case 'withdrawn'}withdrawn{#case}{state}{/switch}")
    String state(String state);

    @Message("To be let in again")
    String letIn();

    @Message("somebody of the agent’s")
    String agents();

    @Message("for a lender, by its own administrator")
    String byLender();

    @Message("Reason")
    String reason();

    @Message("none was given")
    String noReason();

    @Message("Comment")
    String comment();

    @Message("To refuse, say why.")
    String commentHint();

    @Message("Accept")
    String accept();

    @Message("Refuse")
    String refuse();

    @Message("Withdraw")
    String withdraw();

    @Message("{#switch waitsFor}{#case 'other'}another administrator: it is for yourself{#case 'another'}another administrator{#case 'lender'}another administrator of the lender’s{#case}{/switch}")
    String waitsFor(String waitsFor);

    @Message("{#switch word}{#case 'accepted'}It is accepted, and counts from the user’s next request.{#case 'refused'}It is refused.{#case 'withdrawn'}It is withdrawn.{#case}{/switch}")
    String done(String word);

    @Message("Nobody asks anything for oneself. Another administrator can ask it for you.")
    String notOneself();

    @Message("Nobody accepts or refuses what one asked for oneself; it can be withdrawn.")
    String notOwn();

    @Message("Nobody decides on what is for oneself.")
    String notForOneself();

    @Message("The lender has another administrator, who decides on it.")
    String lendersOwn();

    @Message("The user is disabled. It has to be let in again before it is granted anything.")
    String userDisabled();

    @Message("The user was disabled since this was asked. It can be refused, or accepted once the user is let in again.")
    String disabledSince();

    @Message("{name} asked for this and is no administrator any more. Refuse it; another administrator can ask anew.")
    String askerNoMore(String name);

    @Message("The user has this grant already.")
    String hasIt();

    @Message("This was asked already, and waits to be decided.")
    String askedAlready();

    @Message("The user is not disabled.")
    String notDisabled();

    @Message("Somebody has decided on it already, or it was withdrawn.")
    String decidedAlready();

    @Message("Only who asked withdraws it.")
    String notYours();

    @Message("Say why, for the one who asked.")
    String sayWhy();

    @Message("Write at most {longest} characters, without control characters.")
    String unreadable(int longest);

    @Message("made by the portal’s only administrator")
    String wasAlone();

    @Message("Administrators of lenders")
    String rulesTitle();

    @Message("Where a deal allows it, a lender may have administrators of its own: users with the role “Lender, administrator”. They invite people, ask for grants of their own lender and take them away, and disable users who have no other grants. By that they see no figures, and nothing of users of other lenders.")
    String rulesWords();

    @Message("Deals that allow it")
    String allowing();

    @Message("No deal allows it.")
    String noneAllows();

    @Message("Since (UTC)")
    String since();

    @Message("Allow no more")
    String forbid();

    @Message("Allow it no more in {deal}")
    String forbidOf(String deal);

    @Message("Allow it in a deal")
    String allowTitle();

    @Message("Allow")
    String allow();

    @Message("Deal")
    String deal();

    @Message("The deal’s name in addresses, such as rusoro-2010.")
    String dealHint();

    @Message("{#switch word}{#case 'allowed'}The deal’s lenders may have administrators of their own.{#case 'forbidden'}The deal’s lenders have no administrators of their own any more. What they granted stays.{#case}{/switch}")
    String ruleDone(String word);

    @Message("The deal allows it already.")
    String allowsAlready();

    @Message("The deal does not allow it.")
    String allowsNot();

    @Message("There is no deal of this name.")
    String noDeal();

    @Message("Your lender’s users")
    String lenderUsers();

    @Message("Who acts for {lenders}. To take away works at once; to give takes a second administrator of the lender’s or, where there is none, one of the agent’s.")
    String lenderUsersWords(String lenders);

    @Message("The person gets an invitation by mail and chooses a password. The grant counts once it is accepted.")
    String inviteWords();

    @Message("This user has grants of others too: you see and take away those of your lender.")
    String notManaged();

    @Message("You see the grants of your lender alone. Who is disabled is let in again by the agent’s administrators.")
    String ownGrants();

    @Message("Choose one of a lender’s roles.")
    String noLendersRole();

    @Message("Choose one of the lenders whose users you manage.")
    String noOwnLender();

    @Message("It is asked for, and counts once another administrator has accepted it.")
    String askedDone();
}
