package org.prorata.audit;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the trail's page. */
@MessageBundle("audit")
public interface AuditText {

    @Message("Trail")
    String title();

    @Message("What was done here, by whom and from where, newest first. Rows are added and never changed.")
    String words();

    @Message("Narrow the trail")
    String narrow();

    @Message("What")
    String what();

    @Message("What is a word such as session.opened, or its first part alone, such as proposal; the deal is given by its number.")
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

    @Message("Address")
    String address();

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
}
