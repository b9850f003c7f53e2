package org.prorata.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * By which way mail leaves: by SMTP where a server is configured ({@code prorata.mail.host}); else in the demonstration into a folder, shown on a page; else by none.
 */
@ApplicationScoped
public class Mailing {

    @ConfigProperty(name = "prorata.demo", defaultValue = "false")
    boolean demonstration;

    @Inject
    SmtpSettings settings;
    @Inject
    SmtpCarrier smtp;
    @Inject
    FolderCarrier folder;

    /** Whether mail reaches somebody. Where it does not, what depends on it has to go another way, and is told so. */
    public boolean isSetUp() {
        return settings.given() || demonstration;
    }

    /** Whether mail is shown on the demonstration's page, to everybody, instead of being sent. */
    public boolean shown() {
        return !settings.given() && demonstration;
    }

    Optional<Carrier> carrier() {
        return settings.given() ? Optional.of(smtp) : shown() ? Optional.of(folder) : Optional.empty();
    }
}
