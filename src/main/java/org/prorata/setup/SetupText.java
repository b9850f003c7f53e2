package org.prorata.setup;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the form in which a deal is set up; those of its fields are {@link FieldText}. */
@MessageBundle("setup")
public interface SetupText {

    @Message("Set up a deal")
    String title();

    @Message("Set up: {title}")
    String titleOf(String title);

    @Message("Fill in the form step by step. It makes a term sheet, checks it as you type, and shows the schedule before anything is created. Drafts can be left at any time, however incomplete; who may bring deals in sees them, and no lender does.")
    String words();

    @Message("Begin a new draft")
    String begin();

    @Message("Drafts")
    String drafts();

    @Message("Draft")
    String draft();

    @Message("There are no drafts.")
    String noDrafts();

    @Message("Without a title yet")
    String untitled();

    @Message("Begun by")
    String startedBy();

    @Message("Last change")
    String lastChange();

    @Message("{when} UTC, by {who}")
    String changedBy(String who, String when);

    @Message("State")
    String state();

    @Message("open")
    String open();

    @Message("created")
    String created();

    @Message("To the deal")
    String openDeal();

    @Message("The form has no field for this: import the file as it is, or take this out first")
    String opensNot();

    @Message("The form takes at most {most} lenders: import the file as it is")
    String opensTooMany(int most);

    @Message("The form would write this file so that it reads otherwise: import it as it is")
    String opensOtherwise();

    @Message("{#if n == 1}One thing keeps{#else}{n} things keep{/if} this file from being edited in the form.")
    String opensFailed(int n);

    @Message("Steps")
    String steps();

    @Message("{#switch step}{#case 'deal'}Deal and parties{#case 'tranches'}Tranches{#case 'lenders'}Lenders and shares{#case 'days'}Business days{#case 'principal'}Principal payments{#case 'interest'}Interest and fees{#case 'warrants'}Warrants and exchange{#case 'standing'}Conditions and signatures{#case}Check and create{/switch}")
    String step(String step);

    @Message("Step {n} of {of}")
    String stepOf(int n, int of);

    @Message("{n} to correct")
    String wrongCount(int n);

    @Message("{n} missing")
    String missingCount(int n);

    @Message("complete")
    String complete();

    @Message("not known yet")
    String unknownTick();

    @Message("What is typed here counts for nothing while this is ticked.")
    String notUsed();

    @Message("Where it comes from")
    String sourceOf();

    @Message("as the whole sheet says")
    String asTheSheet();

    @Message("– choose –")
    String choose();

    @Message("Provenance")
    String provenance();

    @Message("Clause")
    String clause();

    @Message("Note")
    String note();

    @Message("More about it")
    String more();

    @Message("Remove")
    String remove();

    @Message("Save")
    String save();

    @Message("Save and go on")
    String saveAndNext();

    @Message("Everything is kept as you typed it, right or wrong, whenever you save or change the step.")
    String saved();

    @Message("The rules find nothing wrong in this step.")
    String nothingWrong();

    @Message("To correct in this step")
    String wrongHere();

    @Message("{#if n == 1}One thing is{#else}{n} things are{/if} still missing in this step.")
    String missingHere(int n);

    @Message("This step has changed since you opened it. Nothing was saved; what you typed is still here.")
    String conflict();

    @Message("{who} changed the draft last, {when} UTC. Below is what stands now beside what you typed. Saving again puts what you typed in its place.")
    String conflictBy(String who, String when);

    @Message("What differs")
    String conflictTable();

    @Message("Field")
    String field();

    @Message("Saved now")
    String nowSaved();

    @Message("You typed")
    String youTyped();

    @Message("nothing")
    String nothing();

    @Message("A deal was made of this draft: {deal}. It changes no more.")
    String ended(String deal);

    @Message("What the reader of term sheets says of the draft, what its deal would be, and the file itself.")
    String checkWords();

    @Message("The term sheet is complete and right. The figures below are those that its deal would have.")
    String allRight();

    @Message("{#if n == 1}One thing has{#else}{n} things have{/if} to be put right before the deal can be created.")
    String toDo(int n);

    @Message("What is to be put right")
    String problems();

    @Message("Where")
    String where();

    @Message("Found")
    String found();

    @Message("What would be right")
    String right();

    @Message("The sheet as a whole")
    String wholeSheet();

    @Message("Sums, schedules and positions are checked once each field by itself is right: more may be found then.")
    String onceRight();

    @Message("Two lenders: each can work out the other’s position and slices from the deal’s totals, which all lenders see.")
    String twoLenders();

    @Message("Schedule of payments")
    String schedule();

    @Message("{sign}. Made by the same code as the deal’s own pages, tried out and taken back: nothing is created yet.")
    String scheduleWords(String sign);

    @Message("Positions and shares by lender")
    String positionsPart();

    @Message("Warrants by lender, as issued")
    String warrantsPart();

    @Message("Slices by lender")
    String paymentsPart();

    @Message("The first {n} of {of} lenders; the sums are of all.")
    String firstOf(int n, int of);

    @Message("The term sheet")
    String sheet();

    @Message("This is the file that is imported. You can download it at any time, right or not, and open it here again.")
    String sheetWords();

    @Message("Show the file")
    String showSheet();

    @Message("Download the term sheet")
    String download();

    @Message("Create the deal")
    String create();

    @Message("As an import of this file would: at once, by one person. The draft ends with it.")
    String createWords();

    @Message("The draft has changed since this page was made. Nothing was created: look at it again.")
    String changedSince();

    @Message("Delete this draft")
    String delete();

    @Message("What was typed is gone then, for good; the trail says that there was a draft.")
    String deleteWords();

    @Message("Payment and component")
    String paidOn();

    @Message("Deal")
    String dealTotal();

    @Message("Days")
    String days();

    @Message("Period")
    String period();

    @Message("All payments")
    String all();

    @Message("without {name} of payment {payment}")
    String leavesOut(String name, int payment);

    @Message("Lenders from a spreadsheet")
    String pasted();

    @Message("One lender a line: short name, legal name and, where you type one position of all tranches, that position, with tabs or semicolons between. They are added after those above.")
    String pastedHint();

    @Message("Add these lenders")
    String addPasted();

    @Message("Still missing")
    String stillMissing();
}
