package org.prorata.overview;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the first page. */
@MessageBundle("overview")
public interface OverviewText {

    @Message("Deals")
    String title();

    @Message("There is no deal that you may enter.")
    String noDeals();

    @Message("More deals")
    String more();

    // a lender's deals

    @Message("At the end of {day}. Amounts in {sign}.")
    String asOf(String day, String sign);

    @Message("What you will get next")
    String nextTitle();

    @Message("Since your last visit, {at}")
    String since(String at);

    @Message("Since your last visit")
    String sinceFirst();

    @Message("This is your first visit. From the next one on you find here what became different.")
    String firstVisit();

    @Message("Nothing of yours became different.")
    String nothingChanged();

    @Message("The deal is new to you.")
    String newDeal();

    @Message("{#if count == 1}one more difference{#else}{count} more differences{/if}, in the history")
    String moreChanges(int count);

    @Message("Payment {payment}, {name}: paid on {day}, {sign} {amount}")
    String booked(int payment, String name, String day, String sign, String amount);

    @Message("Payment {payment}, {name}: the booking was taken back; it is open again")
    String reopened(int payment, String name);

    @Message("Payment {payment}, {name}: now known, {sign} {amount}")
    String entered(int payment, String name, String sign, String amount);

    @Message("Payment {payment}, {name}: no longer known")
    String noLongerKnown(int payment, String name);

    @Message("Payment {payment}, {name}: {sign} {before} became {after}")
    String moved(int payment, String name, String sign, String before, String after);

    @Message("Payment {payment} was put right beside what was paid: {sign} {amount}")
    String adjusted(int payment, String sign, String amount);

    @Message("{#switch kind}{#case 'transfer'}Transfer{#case 'exchange'}Exchange into shares{#case}Opening position{/switch}, effective {day}: principal {sign} {amount}")
    String entry(String kind, String day, String sign, String amount);

    @Message("Warrants: {#if before}{before}{#else}not known{/if} became {#if after}{after}{#else}not known{/if}")
    String warrants(String before, String after);

    @Message("What you have to do")
    String toDo();

    @Message("Nothing to do.")
    String nothingToDo();

    @Message("Give back {sign} {amount} through the agent, by a correction of what was paid.")
    String giveBack(String sign, String amount);

    @Message("See the allocation")
    String allocation();

    // the agent's and the auditor's

    @Message("{#if acts}What is to be done{#else}What is open{/if}")
    String tasks(boolean acts);

    @Message("Payments due within {days} days, proposals, what is not known, and what does not balance")
    String tasksWords(int days);

    @Message("Nothing is due soon, nothing waits, and nothing is out of balance.")
    String noTasks();

    @Message("What")
    String what();

    @Message("Deal")
    String deal();

    @Message("When")
    String when();

    @Message("Of the deal")
    String dealAmount();

    @Message("{#switch kind}{#case 'decide'}Waits for you{#case 'waiting'}Waits for another{#case 'proposals'}More wait{#case 'overdue'}Overdue{#case 'due'}Due soon{#case 'unknown'}Not yet known{#case 'adjustments'}Out of balance{#case 'conditions'}Condition open{#case 'signatures'}Signature open{#case 'illustrative'}Made up{#case}Not confirmed{/switch}")
    String kind(String kind);

    @Message("proposed by {by}{#if stale}; the deal has changed since{/if}")
    String proposedBy(String by, boolean stale);

    @Message("Payment {payment}{#if more > 0}, and {more} {#if more == 1}other{#else}others{/if}{/if}: {#if books}book it{#else}see it{/if}")
    String payment(int payment, int more, boolean books);

    @Message("{name}, payment {payment}{#if more > 0}, and {more} {#if more == 1}other{#else}others{/if}{/if}")
    String unknown(String name, int payment, int more);

    @Message("{count} {#if count == 1}adjustment is{#else}adjustments are{/if} to be settled")
    String adjustments(int count);

    @Message("due to lenders")
    String dueToLenders();

    @Message("{count} more {#if count == 1}proposal{#else}proposals{/if}")
    String moreProposals(int count);

    @Message("{count} {#if count == 1}condition is{#else}conditions are{/if} not met")
    String conditions(int count);

    @Message("{count} {#if count == 1}signature is{#else}signatures are{/if} missing")
    String signatures(int count);

    @Message("The shares are illustrative: {#if acts}enter the real ones{#else}the real ones were not entered{/if}")
    String illustrative(boolean acts);

    @Message("{count} {#if count == 1}term is{#else}terms are{/if} assumed, not confirmed")
    String assumed(int count);

    @Message("sign by {day}")
    String signBy(String day);

    // deals with their totals

    @Message("All deals")
    String allDeals();

    @Message("Totals of the deals")
    String totals();

    @Message("Borrower")
    String borrower();

    @Message("Outstanding")
    String outstanding();

    @Message("as if paid as scheduled")
    String asIfPaid();

    @Message("Next payment")
    String next();

    @Message("Last repayment")
    String lastRepayment();

    @Message("Status")
    String status();

    @Message("nothing left")
    String nothingLeft();

    @Message("leaves out what is not yet known")
    String leavesOut();

    // the administrator's

    @Message("Users")
    String users();

    @Message("{count} {#if count == 1}user{#else}users{/if}")
    String userCount(int count);

    @Message("{count} invited, not yet come")
    String invited(int count);

    @Message("{count} can neither sign in nor {#if count == 1}has{#else}have{/if} an invitation that still counts")
    String cannotEnter(int count);

    @Message("{count} without a grant")
    String withoutGrant(int count);

    @Message("{count} without a second factor")
    String withoutFactor(int count);

    @Message("Nobody waits for you.")
    String nobodyWaits();

    @Message("Manage users")
    String manageUsers();

    @Message("Who needs a second factor")
    String secondFactors();
}
