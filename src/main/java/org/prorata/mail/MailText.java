package org.prorata.mail;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the demonstration's mail. */
@MessageBundle("mail")
public interface MailText {

    @Message("Mail")
    String title();

    @Message("This is a demonstration: its mail leaves for nowhere. Everybody reads it here, and it is kept as files in the folder mail of the portal’s data.")
    String words();

    @Message("There is no mail yet.")
    String none();

    @Message("Subject")
    String subject();

    @Message("To")
    String to();

    @Message("Made (UTC)")
    String made();

    @Message("Status")
    String status();

    @Message("sent")
    String sent();

    @Message("waits")
    String waits();

    @Message("The text of this mail is not kept here: it waits, or another node of the portal has it.")
    String notHere();
}
