package org.prorata.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** A letter as it travels: text alone, in UTF-8, with a Message-ID that stays the same however often it is sent. */
final class MimeLetter extends MimeMessage {

    private static final String NAME = "Prorata";

    private final String messageId;

    /** @param from an address */
    MimeLetter(Session session, UUID id, Instant made, String from, Letter letter) throws MessagingException {
        super(session);
        messageId = "<" + id + "@" + host(from) + ">";
        try {
            setFrom(new InternetAddress(from, NAME, StandardCharsets.UTF_8.name()));
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
        setRecipient(RecipientType.TO, new InternetAddress(letter.to(), true));
        setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        setSentDate(Date.from(made));
        // No out-of-office note is to answer it.
        setHeader("Auto-Submitted", "auto-generated");
        setText(letter.text(), StandardCharsets.UTF_8.name());
        saveChanges();
    }

    static String host(String from) {
        return from.substring(from.lastIndexOf('@') + 1);
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
