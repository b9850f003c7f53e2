package org.prorata.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.prorata.web.PrivateFiles;

/** Keeps the demonstration's mail as files that mail programs open ({@code .eml}), for the portal's own user alone. */
@ApplicationScoped
class FolderCarrier implements Carrier {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String SENDER = "portal@prorata.example";
    private static final Session NO_SERVER = Session.getInstance(new Properties());

    @ConfigProperty(name = "prorata.mail.folder")
    Path folder;

    @Override
    public void carry(UUID id, Instant made, Letter letter) throws IOException {
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        try {
            new MimeLetter(NO_SERVER, id, made, SENDER, letter).writeTo(mail);
        } catch (MessagingException failed) {
            throw new IOException(failed);
        }
        Files.createDirectories(folder);
        PrivateFiles.closeToOthers(folder);
        // All that is not ASCII is encoded in it.
        PrivateFiles.write(file(id, made), mail.toString(StandardCharsets.US_ASCII));
    }

    /** The text of a mail that was kept; empty where this folder has none of it. */
    Optional<String> text(UUID id, Instant made) throws IOException {
        Path kept = file(id, made);
        if (!Files.isRegularFile(kept)) {
            return Optional.empty();
        }
        try (InputStream mail = Files.newInputStream(kept)) {
            return Optional.of(new MimeMessage(NO_SERVER, mail).getContent().toString().replace("\r\n", "\n"));
        } catch (MessagingException broken) {
            throw new IOException(broken);
        }
    }

    private Path file(UUID id, Instant made) {
        return folder.resolve(NAME.format(made) + "-" + id + ".eml");
    }
}
