package org.prorata.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;

/** Hands mail over to the SMTP server of the configuration. */
@ApplicationScoped
class SmtpCarrier implements Carrier {

    @Inject
    SmtpSettings settings;

    @Override
    public void carry(UUID id, Instant made, Letter letter) throws IOException {
        Session session = Session.getInstance(settings.properties());
        try (Transport server = session.getTransport("smtp")) {
            MimeLetter mail = new MimeLetter(session, id, made, settings.from(), letter);
            server.connect(settings.username(), settings.password());
            server.sendMessage(mail, mail.getAllRecipients());
        } catch (MessagingException failed) {
            throw new IOException(failed.getMessage(), failed);
        }
    }
}
