package org.prorata.approval;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words for proposals that are based anew, that hold several changes, or that raise the agent's own figures. */
@MessageBundle("lineage")
public interface LineageText {

    @Message("ground has changed")
    String staleBadge();

    @Message("Propose again on the deal as it stands")
    String rebase();

    @Message("Works everything out anew. This one is withdrawn; another person than you approves the new one.")
    String rebaseWords();

    @Message("It cannot be proposed on the deal as it stands. Nothing was saved; this proposal stays as it is.")
    String cannotRebase();

    @Message("Change it first")
    String changeFirst();

    @Message("Proposed again from")
    String rebasedFrom();

    @Message("Proposed again as")
    String rebasedAs();

    @Message("Made part of")
    String combinedInto();

    @Message("{title}, by {maker}")
    String kin(String title, String maker);

    @Message("What is different now")
    String differentNow();

    @Message("What this leads to, beside what the earlier proposal showed")
    String differentNowWords();

    @Message("Nothing: it leads to the same figures as the earlier proposal showed.")
    String nothingDifferent();

    @Message("Figure")
    String figure();

    @Message("As shown then")
    String then();

    @Message("Now")
    String now();

    @Message("{#switch n}{#case 1}and one figure more{#case}and {n} figures more{/switch}; the files of both proposals hold all.")
    String moreOutcomes(int n);

    @Message("Lenders that are new: {names}.")
    String lendersCame(String names);

    @Message("Lenders that are gone: {names}.")
    String lendersWent(String names);

    @Message("Figures that are new: {names}.")
    String figuresCame(String names);

    @Message("Figures that are gone: {names}.")
    String figuresWent(String names);

    @Message("Its changes, in their order")
    String parts();

    @Message("all applied or none")
    String partsWords();

    @Message("No")
    String number();

    @Message("Change")
    String change();

    @Message("was a proposal of its own")
    String origin();

    @Message("Choose {title}")
    String choose(String title);

    @Message("Choose")
    String chooseLabel();

    @Message("Make one proposal of these")
    String combine();

    @Message("Your own proposals of one deal, in the order you made them: approved all together or not at all.")
    String combineWords();

    @Message("These cannot be made one proposal. Nothing was saved; they stay as they are.")
    String cannotCombine();

    @Message("What was booked is not what principal comes to any more")
    String bookedTotalsTitle();

    @Message("Payment {n}, {title}: booked {unit} {booked}; over principal as it is known with this change the total would be {computed}, {by} {#if tooMuch}less{#else}more{/if}. The booked total stays and is split again, so what is due to lenders adds up to it and not to their interest alone. If the borrower paid too {#if tooMuch}much{#else}little{/if}, the booking itself has to be corrected.")
    String bookedTotal(int n, String title, String unit, String booked, String computed, String by, boolean tooMuch);

    @Message("raises the agent’s own")
    String raisesBadge();

    @Message("This raises the agent’s own position as a lender")
    String raisesTitle();

    @Message("{lender}: {figure} by {by} {unit}, from {before} to {after}")
    String raised(String lender, String figure, String by, String unit, String before, String after);

    @Message("{lender}: {figure} by {by} {unit}, from nothing")
    String raisedFromNothing(String lender, String figure, String by, String unit);

    @Message("{#switch n}{#case 1}and one figure more, below{#case}and {n} figures more, below{/switch}")
    String moreRaised(int n);
}
