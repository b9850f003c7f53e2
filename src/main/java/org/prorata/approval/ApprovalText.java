package org.prorata.approval;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the inbox and of a proposal's page. */
@MessageBundle("approval")
public interface ApprovalText {

    @Message("Approvals")
    String title();

    @Message("What one person of the agent proposes, another approves. Nothing is changed before.")
    String words();

    @Message("Waiting for a decision")
    String openOnes();

    @Message("Nothing waits for a decision.")
    String noneOpen();

    @Message("Decided")
    String decidedOnes();

    @Message("Nothing has been decided yet.")
    String noneDecided();

    @Message("Proposal")
    String proposal();

    @Message("Deal")
    String deal();

    @Message("Proposed by")
    String proposedBy();

    @Message("Proposed")
    String proposed();

    @Message("Waits for")
    String waitsFor();

    @Message("your decision")
    String you();

    @Message("another person of the agent")
    String another();

    @Message("State")
    String state();

    @Message("By")
    String by();

    @Message("Newer")
    String newer();

    @Message("Older")
    String older();

    @Message("{#switch kind}{#case 'register.move'}Move of shares{#case 'register.transfer'}Transfer{#case 'register.exchange'}Exchange into shares{#case 'register.correct'}Transfer corrected{#case 'register.correct-exchange'}Exchange corrected{#case 'register.opening'}Opening register{#case 'payment.book'}Payment booked as paid{#case 'payment.correct'}Booking corrected{#case 'payment.amount'}Amount entered{#case 'deal.term'}Term confirmed or changed{#case 'deal.standing'}Conditions and signatures{#case 'adjustment.settle'}Adjustment settled{#case 'adjustment.unsettle'}Settlement taken back{#case 'lender.details'}Details of a lender{#case 'bundle'}Several changes{#case}{kind}{/switch}")
    String kind(String kind);

    @Message("{#switch state}{#case 'open'}waiting{#case 'approved'}approved{#case 'rejected'}rejected{#case 'withdrawn'}withdrawn{#case}{state}{/switch}")
    String stateWord(String state);

    @Message("Kind")
    String kindLabel();

    @Message("Reason")
    String reason();

    @Message("Reference")
    String reference();

    @Message("none given")
    String noReference();

    @Message("Comment")
    String comment();

    @Message("{#switch state}{#case 'approved'}Approved by{#case 'rejected'}Rejected by{#case 'withdrawn'}Withdrawn by{#case}Decided by{/switch}")
    String decidedBy(String state);

    @Message("Since this was proposed, the deal has changed")
    String staleTitle();

    @Message("The figures below were worked out on what stood then. It cannot be approved any more; it can be proposed again. What changed:")
    String staleWords();

    @Message("Propose it again")
    String again();

    @Message("Opens the form with what was typed here.")
    String againWords();

    @Message("{group}: {figure}, before and after")
    String pictured(String group, String figure);

    @Message("Two bars for each of {count} {#if count == 1}lender{#else}lenders{/if}, before and after, as long as the figure beside each. Every figure stands in the table below.")
    String picturedWords(int count);

    @Message("and {count} more {#if count == 1}lender{#else}lenders{/if}, in the table below")
    String picturedOthers(int count);

    @Message("Before")
    String before();

    @Message("After")
    String after();

    @Message("Every figure, before and after")
    String compared();

    @Message("Worked out by applying the proposal to the deal, recomputing everything, and taking it back. Each total is the sum of the lenders and was held against the deal’s own.")
    String comparedWords();

    @Message("No figure moves.")
    String nothingMoves();

    @Message("Figures that move")
    String moving();

    @Message("{#switch n}{#case 1}One figure that does not move{#case}{n} figures that do not move{/switch}")
    String still(int n);

    @Message("Lender")
    String lender();

    @Message("Total")
    String total();

    @Message("total = sum of the lenders, proved")
    String proved();

    @Message("the total is not the sum of the lenders")
    String notProved();

    @Message("was {figure}")
    String was(String figure);

    @Message("was not yet known")
    String wasUnknown();

    @Message("enters the deal")
    String entering();

    @Message("not yet known")
    String unknown();

    @Message("more:")
    String more();

    @Message("less:")
    String less();

    @Message("Lenders {from} to {to} of {all}")
    String lenders(int from, int to, int all);

    @Message("Previous")
    String previous();

    @Message("Next")
    String next();

    @Message("CSV of all figures")
    String csv();

    @Message("XLSX")
    String xlsx();

    @Message("Decide")
    String decide();

    @Message("Comment, for the record")
    String commentLabel();

    @Message("Approve")
    String approve();

    @Message("Reject")
    String reject();

    @Message("Withdraw")
    String withdraw();

    @Message("You proposed this, so another person of the agent decides on it. You can withdraw it.")
    String yours();

    @Message("Approving writes the entries and recomputes every figure at once.")
    String effect();
}
