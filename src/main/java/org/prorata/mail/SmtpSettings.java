package org.prorata.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The SMTP server of the configuration. What stands there is looked at when the portal starts. */
@ApplicationScoped
class SmtpSettings {

    private static final Duration TO_CONNECT = Duration.ofSeconds(10);
    private static final Duration TO_ANSWER = Duration.ofSeconds(30);

    @ConfigProperty(name = "prorata.mail.host")
    Optional<String> host;

    @ConfigProperty(name = "prorata.mail.port", defaultValue = "587")
    int port;

    /** The sender's address. */
    @ConfigProperty(name = "prorata.mail.from")
    Optional<String> from;

    @ConfigProperty(name = "prorata.mail.username")
    Optional<String> username;

    @ConfigProperty(name = "prorata.mail.password")
    Optional<String> password;

    /** How the connection is encrypted: {@code starttls}, {@code implicit}, or {@code none}. */
    @ConfigProperty(name = "prorata.mail.tls", defaultValue = "starttls")
    String tls;

    boolean given() {
        return host.isPresent() && from.isPresent();
    }

    String from() {
        return from.orElseThrow();
    }

    /** Null where the server asks for none. */
    String username() {
        return username.orElse(null);
    }

    String password() {
        return password.orElse(null);
    }

    /** As the mail library takes them. A server that cannot encrypt, or is not the one it says it is, gets nothing, unless it was said to be taken as it is. */
    Properties properties() {
        Properties smtp = new Properties();
        smtp.setProperty("mail.smtp.host", host.orElseThrow());
        smtp.setProperty("mail.smtp.port", String.valueOf(port));
        smtp.setProperty("mail.smtp.connectiontimeout", String.valueOf(TO_CONNECT.toMillis()));
        smtp.setProperty("mail.smtp.timeout", String.valueOf(TO_ANSWER.toMillis()));
        smtp.setProperty("mail.smtp.writetimeout", String.valueOf(TO_ANSWER.toMillis()));
        smtp.setProperty("mail.smtp.localhost", MimeLetter.host(from.orElseThrow()));
        smtp.setProperty("mail.smtp.auth", String.valueOf(username.isPresent()));
        boolean starttls = tls.equals("starttls");
        smtp.setProperty("mail.smtp.starttls.enable", String.valueOf(starttls));
        smtp.setProperty("mail.smtp.starttls.required", String.valueOf(starttls));
        smtp.setProperty("mail.smtp.ssl.enable", String.valueOf(tls.equals("implicit")));
        smtp.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        return smtp;
    }
}
