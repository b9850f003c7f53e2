package org.prorata.audit;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the trail's page. */
@MessageBundle("audit")
public interface AuditText {

    @Message("Trail")
    String title();

    @Message("What was done and looked at here, by whom and from where, newest first. Rows are added and never changed; hashes chain them, so that it shows if one were.")
    String words();

    @Message("Narrow the trail")
    String narrow();

    @Message("What")
    String what();

    @Message("What is a word such as session.opened, or its first part alone, such as proposal. Deal is the deal's name in addresses, such as rusoro-2010. Text is looked for in subject, details and address.")
    String whatHint();

    @Message("Who")
    String who();

    @Message("Deal")
    String deal();

    @Message("From (UTC)")
    String from();

    @Message("Until (UTC)")
    String until();

    @Message("Show")
    String show();

    @Message("All")
    String all();

    @Message("When (UTC)")
    String when();

    @Message("Subject")
    String subject();

    @Message("Details")
    String details();

    @Message("nobody signed in")
    String nobody();

    @Message("There are no such rows.")
    String none();

    @Message("Older")
    String older();

    @Message("Newest")
    String newest();

    @Message("Download as CSV")
    String csv();

    @Message("XLSX")
    String xlsx();

    @Message("at most {most} rows; narrow the trail by dates")
    String tooMany(int most);

    @Message("Text")
    String text();

    @Message("Whole chains (JSON Lines)")
    String jsonl();

    @Message("Verify")
    String verify();

    @Message("{#if figures == 1}one thing before and after{#else}{figures} things before and after{/if}")
    String beforeAndAfter(int figures);

    @Message("nothing")
    String nothing();

    @Message("row {no} of the portal")
    String portalsRow(long no);

    @Message("row {no} of {deal}")
    String dealsRow(long no, String deal);

    @Message("Verify the trail")
    String verifyTitle();

    @Message("Each row holds the hash of the row before it in its chain: one chain for each deal, one for the portal. Every row is gone over here; the first of a chain that was altered, removed, inserted or cut off is named.")
    String verifyWords();

    @Message("All rows are right.")
    String allRight();

    @Message("The trail is not as it was written.")
    String notRight();

    @Message("{rows} rows in {count} chains.")
    String counted(long rows, long count);

    @Message("Line {line} of the export cannot be read.")
    String badLine(long line);

    @Message("Stored here")
    String stored();

    @Message("The export")
    String ofExport();

    @Message("Chain")
    String chain();

    @Message("The portal")
    String portal();

    @Message("Rows")
    String rows();

    @Message("First and last row (UTC)")
    String span();

    @Message("Hash of the last row (SHA-256)")
    String hash();

    @Message("Result")
    String result();

    @Message("right")
    String right();

    @Message("{count} more chains are right.")
    String unshown(long count);

    @Message("There are no chains.")
    String noChains();

    @Message("Verify an export")
    String verifyExport();

    @Message("A file of whole chains (JSON Lines) from here or from elsewhere, at most 12 MB. Larger ones are verified at the command line, as the README says. Nothing of it is kept.")
    String exportHint();

    @Message("File")
    String exportFile();

    @Message("or its lines")
    String exportText();

    @Message("File of heads")
    String headsFile();

    @Message("or its lines")
    String headsText();

    @Message("The lines that the portal writes each day to heads.jsonl and to its log, best a copy that was kept elsewhere: every chain they name has to be in the export. Without them a trail that was cut off at its end, or hashed anew as a whole, looks right.")
    String headsHint();

    @Message("bring a file or paste its lines")
    String nothingBrought();

    @Message("these are not lines of heads")
    String headsUnreadable();

    @Message("the file is no text in UTF-8")
    String noText();

    @Message("row {no} was altered")
    String altered(long no);

    @Message("row {no} was removed, or is not in its place")
    String removed(long no);

    @Message("row {no} was inserted")
    String inserted(long no);

    @Message("row {no} and what follows was cut off")
    String cutOff(long no);

    @Message("row {no} is not the one that was stated: one of rows {since} to {no} was altered, and what follows it hashed anew")
    String otherThanStated(long no, long since);

    @Message("the export breaks off before row {no}, or does not state that the chain ends there")
    String noEnd(long no);

    @Message("Held against the portal’s own file of heads, in which each chain’s end stands day by day.")
    String heldAgainstFile();

    @Message("Held against the heads that were brought.")
    String heldAgainstBrought();

    @Message("Not held against heads that were kept elsewhere: rows that were cut off at the end, together with what states it, would not be noticed.")
    String notHeld();
}
