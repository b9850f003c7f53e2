package org.prorata.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.Instant;

/** The words of the layout, the tags and the failures. In templates {@code {web:signOut}}; in Java by injection. */
@MessageBundle("web")
public interface WebText {

    @Message("You were signed out before this was sent. Here is what you had typed; nothing has been sent yet.")
    String onlyShown();

    @Message("Prorata")
    String brand();

    @Message("Skip to the content")
    String skip();

    @Message("Main navigation")
    String mainNavigation();

    @Message("Pages of the deal")
    String dealNavigation();

    @Message("You are here")
    String youAreHere();

    @Message("Deals")
    String deals();

    @Message("Approvals")
    String approvals();

    @Message("Trail")
    String trail();

    @Message("Users")
    String users();

    @Message("Requests")
    String requests();

    @Message("Lender’s users")
    String lenderUsers();

    @Message("Lender’s requests")
    String lenderRequests();

    @Message("waiting for you")
    String waiting();

    @Message("Your account: sessions, second factor and password")
    String account();

    @Message("Method")
    String method();

    @Message("Sign in")
    String signIn();

    @Message("Sign out")
    String signOut();

    @Message("The demonstration’s today is {day}.")
    String pretendedDay(String day);

    @Message("Every figure opens into its reasons. How they are computed:")
    String footer();

    /** Between a name and what is said of it. */
    @Message(":")
    String colon();

    @Message("Language")
    String language();

    // tags

    @Message("not yet known")
    String notYetKnown();

    @Message("{#switch word}{#case 'published'}P{#case 'computed'}C{#case 'assumed'}A{#case 'illustrative'}I{#case 'entered'}E{#case}?{/switch}")
    String provenanceLetter(String word);

    @Message("{#switch word}{#case 'published'}published{#case 'computed'}computed{#case 'assumed'}assumed{#case 'illustrative'}illustrative{#case 'entered'}entered{#case}unknown{/switch}")
    String provenanceWord(String word);

    @Message("{#switch word}{#case 'published'}stands in the published terms{#case 'computed'}follows from other values by a stated rule{#case 'assumed'}our reading where the terms are silent; the agent can confirm or change it{#case 'illustrative'}made up to show the portal; not the lender’s real figure{#case 'entered'}entered and approved by the agent{#case}not yet known to the portal{/switch}")
    String provenanceMeaning(String word);

    /** The words of provenance in the order of the legend, parted by spaces; not shown itself. */
    @Message("published computed assumed illustrative entered unknown")
    String provenanceWords();

    @Message("clause {clause}")
    String clause(String clause);

    @Message("Where each value comes from")
    String legend();

    @Message("Show the position on")
    String showOn();

    @Message("Show")
    String show();

    @Message("as known at {instant}")
    String knownAt(Instant instant);

    @Message("Latest")
    String latest();

    @Message("Please correct what is marked below. Nothing was saved, and what you typed is still here.")
    String correctBelow();

    // failures

    @Message("There is no such page")
    String notThereTitle();

    @Message("Nothing is here under this address, or it is not open to you.")
    String notThere();

    @Message("Not for you")
    String forbiddenTitle();

    @Message("Your rights do not reach this far. Nothing was changed.")
    String forbidden();

    @Message("Please sign in")
    String signInTitle();

    @Message("This needs a session, and yours has ended or never began. Nothing was saved: sign in and try again.")
    String signInFirst();

    @Message("Who you are has to be proved")
    String proveTitle();

    @Message("The password was right. What is missing is the second factor: give it first, or set one up where you must have one.")
    String factorFirst();

    @Message("This asks for a proof of who you are that is no older than some minutes. Prove it, and send the request again.")
    String proveFirst();

    @Message("Go on")
    String goOn();

    @Message("This cannot be right")
    String badInputTitle();

    @Message("What was sent cannot be used. Nothing was saved.")
    String badInput();

    @Message("Refused")
    String refusedTitle();

    @Message("This address does not take that kind of request.")
    String wrongMethod();

    @Message("Too large")
    String tooLargeTitle();

    @Message("What was sent is larger than the portal takes. Nothing was saved.")
    String tooLarge();

    @Message("What was sent has more fields than the portal takes. Nothing was saved.")
    String tooManyFields();

    @Message("The request did not come in whole in the time the portal gives it. Nothing was saved.")
    String tooSlow();

    @Message("Too much is being sent to the portal at this moment. Nothing was saved; please try again in a minute.")
    String tooMuch();

    @Message("The portal is not served under this name.")
    String notServed();

    @Message("The portal does not read this kind of content here.")
    String wrongType();

    @Message("The portal has no answer of the kind that was asked for.")
    String notAcceptable();

    @Message("The request could not be read.")
    String unreadable();

    @Message("What was sent is no readable JSON.")
    String unreadableJson();

    @Message("no such field is expected here")
    String noSuchField();

    @Message("a value of the right kind")
    String rightKind();

    @Message("Something went wrong on our side")
    String bugTitle();

    @Message("Nothing was saved unless you were told so. If it happens again, tell the agent the number shown here: it finds the cause.")
    String bug();

    @Message("The request did not come from a page of this portal")
    String foreignTitle();

    @Message("A change is taken only from the portal’s own pages. Nothing was saved. A program must send the header “Origin: {origin}”.")
    String foreign(String origin);

    @Message("A program’s token was sent from a page of another address. Tokens are for programs; pages of {origin} use the session of whoever is signed in.")
    String foreignToken(String origin);

    @Message("This page was too old")
    String oldPageTitle();

    @Message("This page was too old; nothing was saved. Go back, reload the page and try again. A program must send the session’s token in the header X-CSRF-Token or the form field csrf.")
    String oldPage();

    @Message("Found:")
    String found();

    @Message("Right would be:")
    String rightWouldBe();

    @Message("Back to the deals")
    String backToDeals();

    @Message("The request holds the null character (U+0000), which no text may hold. Nothing was saved.")
    String noNul();

    @Message("Download as CSV")
    String csv();

    @Message("XLSX")
    String xlsx();

    @Message("The proxy before the portal passed on what its client said of itself. It has to set X-Forwarded-For, -Host and -Proto to one value each.")
    String forwardedTwice();

    @Message("Find a lender by name")
    String siftFor();

    @Message("Find")
    String sift();

    @Message("Lenders {from} to {to} of {all}")
    String shownOf(int from, int to, int all);

    @Message("{#if found == 0}None of {all} fits{#else}Lenders {from} to {to} of {found} that fit, of {all}{/if}")
    String sifted(int from, int to, int found, int all);

    @Message("All, in register order")
    String siftAll();

    @Message("Pages")
    String pages();

    @Message("Page {page} of {pages}")
    String pageOf(int page, int pages);

    @Message("Previous page")
    String previousPage();

    @Message("Next page")
    String nextPage();

    @Message("Guided path")
    String guidedPath();

    @Message("Step {number} of {of}")
    String guidedStep(int number, int of);

    @Message("Next step")
    String guidedNext();

    @Message("Leave the path")
    String guidedLeave();

    @Message("End the path")
    String guidedEnd();
}
