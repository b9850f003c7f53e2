package org.prorata.identity;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the administrator's pages of users. */
@MessageBundle("users")
public interface UsersText {

    @Message("Users")
    String title();

    @Message("Who may sign in, and what each is granted. To take away works at once; to give takes a second administrator. Either counts with the user’s next request.")
    String words();

    @Message("Find by name, sign-in name or address")
    String search();

    @Message("Find")
    String find();

    @Message("All")
    String all();

    @Message("Add a user")
    String add();

    @Message("The user gets an invitation by mail and chooses a password. Grants are given on the user’s page, before or after it has come.")
    String addWords();

    @Message("Mail is not set up: an invitation’s link is shown to you once, to be handed over. Whoever has it becomes that user, so give it to nobody else. To have it sent by mail, set PRORATA_MAIL_HOST, PRORATA_MAIL_FROM and PRORATA_ADDRESS.")
    String noMail();

    @Message("{#if count == 1}A mail does{#else}{count} mails do{/if} not get through; the first was made at {since} UTC, and they are tried again. The mail server said: {error}")
    String stuck(long count, String since, String error);

    @Message("Name")
    String name();

    @Message("Address for mail")
    String email();

    @Message("Where the invitation goes. Later only the user changes it.")
    String emailHint();

    @Message("no address for mail")
    String noEmail();

    @Message("Invite")
    String invite();

    @Message("invited")
    String invited();

    @Message("invited until {until} UTC")
    String invitedUntil(String until);

    @Message("not invited")
    String notInvited();

    @Message("Invite again")
    String inviteAgain();

    @Message("Withdraw the invitation")
    String withdraw();

    @Message("Hand this link over to {name}. It is shown this once, works once, and makes whoever opens it this user:")
    String handOver(String name);

    @Message("The user has come and chosen a password already.")
    String hasCome();

    @Message("The user is disabled. Let it in again before you invite it.")
    String isDisabled();

    @Message("The user has no address for mail.")
    String hasNoAddress();

    @Message("The user has no open invitation.")
    String noInvitation();

    @Message("There are no such users.")
    String none();

    @Message("User")
    String user();

    @Message("Grants")
    String grants();

    @Message("none")
    String noGrants();

    @Message("and {count} more")
    String more(int count);

    @Message("Status")
    String status();

    @Message("active")
    String active();

    @Message("disabled")
    String disabled();

    @Message("Last sign-in (UTC)")
    String lastSignIn();

    @Message("never")
    String never();

    @Message("Open sessions")
    String openSessions();

    @Message("Previous")
    String previous();

    @Message("Next")
    String next();

    @Message("{#switch word}{#case 'agent-maker'}Maker{#case 'agent-checker'}Checker{#case 'agent-administrator'}Administrator{#case 'lender-viewer'}Lender, viewer{#case 'lender-signatory'}Lender, signatory{#case 'lender-administrator'}Lender, administrator{#case 'auditor'}Auditor{#case 'borrower'}Borrower{#case}{word}{/switch}")
    String role(String word);

    @Message("every deal")
    String everyDeal();

    @Message("the portal")
    String portal();

    @Message("This is you. Other administrators grant you more, disable you, or take your administrator’s grant.")
    String isYou();

    @Message("Disable")
    String disable();

    @Message("Ask to let in again")
    String enable();

    @Message("Role")
    String roleLabel();

    @Message("Choose")
    String choose();

    @Message("Deal")
    String deal();

    @Message("Lender")
    String lender();

    @Message("Since (UTC)")
    String since();

    @Message("Take away")
    String revoke();

    @Message("Take the grant {grant} away")
    String revokeOf(String grant);

    @Message("Ask for a grant")
    String grantMore();

    @Message("The deal’s name in addresses, such as rusoro-2010. Left empty, a maker’s, checker’s or auditor’s grant is of every deal; an administrator’s has none.")
    String dealHint();

    @Message("For a lender’s grant alone: the lender’s short name in the deal.")
    String lenderHint();

    @Message("Ask")
    String grant();

    @Message("The user has nothing of it until another administrator accepts.")
    String grantWords();

    @Message("Reason")
    String reason();

    @Message("For whoever accepts it; may be left empty.")
    String reasonHint();

    @Message("You are the only administrator. Make a second one: that grant needs nobody else, and counts at once. Everything else waits until there are two.")
    String alone();

    @Message("Open requests")
    String openRequests();

    @Message("All requests")
    String allRequests();

    @Message("{#if count == 0}No request waits for you.{#else if count == 1}A request waits for you.{#else}{count} requests wait for you.{/if}")
    String waiting(int count);

    @Message("Administrators of lenders")
    String lenderRules();

    @Message("Sessions")
    String sessions();

    @Message("No session is open.")
    String noSessions();

    @Message("Tokens of its programs")
    String tokens();

    @Message("It has made none.")
    String noTokens();

    @Message("End all")
    String endAll();

    @Message("Second factor")
    String factors();

    @Message("The user has none.")
    String noFactors();

    @Message("Where the user lost them: takes all of them away with the recovery codes, and ends its sessions. The password alone is enough then, unless a second factor is required: it is set up anew at the next sign-in.")
    String takeFactorsWords();

    @Message("Take away what was lost")
    String takeFactors();

    @Message("Your own second factors stand in your account, where you remove them yourself.")
    String notOwnFactors();

    @Message("The user has no second factor.")
    String hasNoFactors();

    @Message("What deals and the portal ask for")
    String factorRules();

    @Message("An administrator does not disable oneself. Another administrator can.")
    String notItself();

    @Message("An administrator does not take one’s own administrator’s grant, so that the portal is never without one. Another administrator can.")
    String notOwnAdministrator();

    @Message("The user has grants of others too. The agent’s administrators manage it.")
    String notManaged();

    @Message("This deal does not let its lenders have administrators of their own. It can be allowed under Administrators of lenders.")
    String dealAllowsNone();

    @Message("Choose one of the roles.")
    String noRole();

    @Message("This role’s grant names a deal.")
    String dealMissing();

    @Message("An administrator’s grant is of the portal and names no deal.")
    String dealTooMuch();

    @Message("There is no deal of this name.")
    String noDeal();

    @Message("This role’s grant names no lender.")
    String lenderTooMuch();

    @Message("This role’s grant names one of the deal’s lenders, such as {some}.")
    String noLender(String some);

    @Message("{#switch word}{#case 'disabled'}The user is disabled, and its sessions have ended.{#case 'asked'}The grant is asked for. It counts once another administrator has accepted it.{#case 'enable-asked'}It is asked for. The user can sign in again once another administrator has accepted it.{#case 'granted'}The grant counts from the user’s next request.{#case 'revoked'}The grant is taken away.{#case 'ended'}The session has ended.{#case 'all-ended'}The sessions have ended.{#case 'factors-taken'}The second factors are taken away, and the user’s sessions have ended.{#case 'invited'}The invitation is on its way.{#case 'withdrawn'}The invitation is withdrawn: its link opens nothing any more.{#case 'token-revoked'}The token is revoked.{#case}{/switch}")
    String done(String word);
}
