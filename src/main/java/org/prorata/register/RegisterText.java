package org.prorata.register;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the register and of the form that updates shares. */
@MessageBundle("register")
public interface RegisterText {

    @Message("Register")
    String title();

    @Message("Who holds what as booked at the end of {day}")
    String heldOn(String day);

    @Message("as known at {instant}")
    String asKnown(String instant);

    @Message("The shares are illustrative: made up to show the portal, and to be replaced by the real ones before use.")
    String illustrative();

    @Message("The register opens on {day}; before it nobody holds anything.")
    String beforeOpening(String day);

    @Message("Update shares")
    String update();

    @Message("Positions")
    String positions();

    @Message("booked, in {currency}")
    String booked(String currency);

    @Message("Lender")
    String lender();

    @Message("All tranches")
    String allTranches();

    @Message("Total")
    String total();

    @Message("Own total")
    String ownTotal();

    @Message("Total of the deal")
    String dealTotal();

    @Message("Principal of the terms")
    String principal();

    @Message("less booked as paid")
    String lessPaid();

    @Message("less exchanged into shares")
    String lessExchanged();

    @Message("total = sum of the lenders = principal less what was paid{#if exchanged} and exchanged{/if}, proved")
    String proved(boolean exchanged);

    @Message("the positions do not add up to the principal less what was paid{#if exchanged} and exchanged{/if}")
    String notProved(boolean exchanged);

    @Message("Entries")
    String entries();

    @Message("{#switch n}{#case 1}one entry effective by {day}{#case}{n} entries effective by {day}{/switch}, the latest written first")
    String entriesBy(long n, String day);

    @Message("No")
    String number();

    @Message("Effective")
    String on();

    @Message("Known since")
    String known();

    @Message("Tranche")
    String tranche();

    @Message("Amount")
    String amount();

    @Message("Cause")
    String cause();

    @Message("{#switch cause}{#case 'initial'}opening{#case 'correction'}correction{#case 'transfer'}transfer{#case 'exchange'}exchange{#case 'payment'}payment{#case}{cause}{/switch}")
    String causeWord(String cause);

    @Message("traded {day}")
    String traded(String day);

    @Message("fee {currency} {amount}, paid by the {#if payer == 'seller'}seller{#else}buyer{/if}")
    String transferFee(String currency, String amount, String payer);

    @Message("Transfer")
    String transfer();

    @Message("Exchange into shares")
    String exchange();

    @Message("One lender sells to another?")
    String oneTransfer();

    @Message("payment {n}")
    String payment(int n);

    @Message("Reference")
    String reference();

    @Message("Proposed and approved by")
    String fourEyes();

    @Message("{maker}, {approver}")
    String makerAndApprover(String maker, String approver);

    @Message("CSV of positions")
    String positionsCsv();

    @Message("XLSX of positions")
    String positionsXlsx();

    @Message("CSV of entries")
    String entriesCsv();

    @Message("XLSX of entries")
    String entriesXlsx();

    @Message("Newer")
    String newer();

    @Message("Older")
    String older();

    // the form

    @Message("Propose new shares. Another person of the agent approves them; until then nothing changes.")
    String updateWords();

    @Message("What is it?")
    String kind();

    @Message("A move of shares")
    String move();

    @Message("a transfer between lenders, or to a new one, from its effective date on")
    String moveWords();

    @Message("A replacement of the opening register")
    String opening();

    @Message("a correction: what the lenders held on {day}, when the register opens")
    String openingWords(String day);

    @Message("Effective date")
    String effective();

    @Message("Tranches")
    String tranches();

    @Message("Typed as")
    String unit();

    @Message("amounts in {currency}")
    String inAmounts(String currency);

    @Message("percent of the total")
    String inPercent();

    @Message("Show what they hold then")
    String showHeld();

    @Message("What each lender holds afterwards")
    String sheet();

    @Message("{#if opening}before: as the opening register stands{#else}before: on {day}, after its transfers and before its payments{/if}")
    String before(boolean opening, String day);

    @Message("Before")
    String beforeLabel();

    @Message("Share before")
    String shareBefore();

    @Message("Afterwards")
    String afterwards();

    @Message("New share of {lender}")
    String afterwardsOf(String lender);

    @Message("New lenders")
    String newLenders();

    @Message("Short name")
    String shortName();

    @Message("lower-case letters, digits and hyphens, such as new-fund")
    String shortNameHint();

    @Message("Legal name")
    String legalName();

    @Message("More rows")
    String moreRows();

    @Message("Sum as typed")
    String sum();

    @Message("of {total}")
    String ofTotal(String total);

    @Message("adds up")
    String addsUp();

    @Message("{amount} is missing")
    String missing(String amount);

    @Message("{amount} is too much")
    String tooMuch(String amount);

    @Message("cannot be added up yet")
    String noSum();

    @Message("Reason")
    String reason();

    @Message("Why the shares change; the approver reads it.")
    String reasonHint();

    @Message("Such as the number of a transfer certificate. It stands on every entry, and the lenders concerned read it.")
    String referenceHint();

    @Message("Propose")
    String propose();

    @Message("Nothing changes before another person of the agent approves.")
    String proposeWords();

    @Message("a date such as 2010-06-10, from 1900 to 2199")
    String dateRight();

    @Message("This form was sent before and made a proposal. Send it once more if you mean a second one.")
    String sentBefore();

    @Message("What you typed is still here. The figures before are now those of the deal as it stands; look them over and propose again.")
    String stillHere();

    // lenders

    @Message("Lenders")
    String lenders();

    @Message("My details")
    String myDetails();

    @Message("Names, groups and identifiers{#if !latest}, as known at {instant}{/if}; principal as booked at the end of {day}")
    String lendersWords(boolean latest, String instant, String day);

    @Message("Group")
    String group();

    @Message("LEI")
    String lei();

    @Message("Held")
    String held();

    @Message("formerly {name}")
    String formerly(String name);

    @Message("until {day}")
    String until(String day);

    @Message("until when is not known")
    String untilUnknown();

    @Message("not known")
    String notKnown();

    @Message("Complete")
    String complete();

    @Message("Change details")
    String changeDetails();

    @Message("Details")
    String details();

    @Message("Former names")
    String formerNames();

    @Message("none known")
    String noneKnown();

    @Message("Name published")
    String published();

    @Message("{#if yes}yes: other lenders may see it{#else}no: other lenders do not see it{/if}")
    String publishedWords(boolean yes);

    @Message("Affiliates")
    String affiliates();

    @Message("{#if seesAll}none in this deal{#else}none that you act for{/if}")
    String noAffiliates(boolean seesAll);

    @Message("These details")
    String since();

    @Message("known since {instant}")
    String sinceWhen(String instant);

    @Message("Contacts")
    String contacts();

    @Message("None is known.")
    String noContacts();

    @Message("seen by the agent and this lender alone")
    String contactsWalled();

    @Message("Name")
    String contactName();

    @Message("For")
    String contactRole();

    @Message("E-mail")
    String email();

    @Message("Telephone")
    String phone();

    @Message("Register of the day")
    String positionsLink();

    @Message("History")
    String history();

    @Message("CSV")
    String csv();

    @Message("XLSX")
    String xlsx();

    @Message("Change the details of {name}")
    String changeOf(String name);

    @Message("Say what the details are to be, all of them. Another person of the agent approves them; from then on they stand, and views of an earlier time show those of then.")
    String changeWords();

    @Message("If the lender was renamed, its name until then belongs among the former names.")
    String nameHint();

    @Message("Legal Entity Identifier: 20 characters; the last two check the others. Leave it empty where it is not known.")
    String leiHint();

    @Message("Lenders of one manager or group are affiliates; write it the same way at each.")
    String groupHint();

    @Message("The name is published: other lenders may see it")
    String publishedLabel();

    @Message("last day it had the name, such as 2009-07-31; empty where not known")
    String untilHint();

    @Message("Until")
    String untilLabel();

    @Message("One more former name")
    String moreFormer();

    @Message("One more contact")
    String moreContacts();

    @Message("Why the details change; the approver reads it.")
    String detailReasonHint();

    @Message("Such as the certificate of the change of name.")
    String detailReferenceHint();

    @Message("What you typed is still here. Look it over and propose again.")
    String typedStillHere();

    @Message("A new lender enters with its name; complete its details on its page once this is approved.")
    String newLendersLater();

    // the correction of a transfer

    @Message("Correct")
    String correct();

    @Message("Correct the transfer of {day}")
    String correctTitle(String day);

    @Message("What was entered is taken back and the right amounts are written with the same effective date; both stay in the history. What was paid since is split again, and the difference becomes an adjustment.")
    String correctWords();

    @Message("What each lender gained or lost")
    String correctSheet();

    @Message("As entered")
    String asEntered();

    @Message("Right")
    String right();

    @Message("Right amount of {lender} in {tranche}")
    String rightOf(String lender, String tranche);

    @Message("Take the whole transfer back,")
    String correctTakeBack();

    @Message("whatever stands in the other fields")
    String correctTakeBackWords();

    @Message("What was told of it")
    String correctTold();

    @Message("{#if fee}Leave it empty to take the fee of {currency} {fee} away.{#else}Empty: there is none.{/if} It moves no figure of the deal.")
    String correctFeeHint(String currency, String fee);

    @Message("Negative for one who gave. A wrong effective date is a transfer taken back and another one made. Each tranche adds up to zero.")
    String correctHint();

    @Message("Enter and the arrows go to the next lender; a column pasted from a spreadsheet fills the fields below")
    String sheetKeys();

    @Message("Paste from a spreadsheet")
    String pasteTitle();

    @Message("One line a lender: its legal or short name and one figure, beside each other in any order of lines. Copied cells are right as they are.")
    String pasteHint();

    @Message("Fill the fields")
    String pasteFill();

    @Message("{count} {#if count == 1}field was{#else}fields were{/if} filled; the others stand as they were.")
    String pasteFilled(int count);

    @Message("{count} {#if count == 1}line was{#else}lines were{/if} not read and {#if count == 1}stays{#else}stay{/if} below:")
    String pasteLeft(int count);

    @Message("and {count} more")
    String pasteMore(int count);

    @Message("lines of a spreadsheet still stand below that fill no field; press “Fill the fields”, or empty the box")
    String pasteFirst();

    @Message("Line {number}, “{line}”: {why}")
    String pastedLine(int number, String line, String why);

    @Message("no lender has this name; add it under New lenders, or write the name as this table does")
    String pastedUnknown();

    @Message("no lender has this name; is it {near}?")
    String pastedNear(String near);

    @Message("this lender stands in more than one line; leave one")
    String pastedTwice();

    @Message("names two lenders; one line is for one")
    String pastedTwoLenders();

    @Message("holds two figures; copy the name and one figure")
    String pastedTwoFigures();

    @Message("holds no figure that can be read, such as 5,666,666.67")
    String pastedNoFigure();

    @Message("a share cannot be negative")
    String pastedNegative();

    @Message("is written with an exponent, which hides digits; format the cells as numbers and copy again")
    String pastedScientific();

    @Message("is a percentage, and the form takes amounts; choose percent above")
    String pastedPercent();

    @Message("Nothing was pasted: there are more lines than lenders from this field on. Paste into the first of the fields that are meant.")
    String pastedTooMany();

    @Message("Nothing was pasted: these are several columns, whose lenders may stand in another order than here. Copy the column of figures alone, in the order of this table.")
    String pastedTwoColumns();
}
