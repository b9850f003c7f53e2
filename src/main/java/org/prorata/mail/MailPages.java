package org.prorata.mail;

import io.agroal.api.AgroalDataSource;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.prorata.web.NotThere;

/** The demonstration's mail, for everybody, as its passwords are: nobody reads mail of addresses that nobody has. Where mail is sent these pages are not there. */
@Path("/")
public class MailPages {

    /** @param sent null while it waits @param error of the last try; null where none failed */
    record Listed(UUID id, String to, String subject, Instant made, Instant sent, String error) {
    }

    /** @param text null where this node does not keep it */
    record Whole(Listed mail, String text) {

        /** A piece of the text, or a link in it. */
        public record Part(String text, boolean link) {
        }

        /** The demonstration's links lead to the portal itself; they are shown as links, as mail programs do. */
        public List<Part> parts() {
            List<Part> parts = new ArrayList<>();
            Matcher links = LINK.matcher(text);
            int at = 0;
            while (links.find()) {
                parts.add(new Part(text.substring(at, links.start()), false));
                parts.add(new Part(links.group(), true));
                at = links.end();
            }
            parts.add(new Part(text.substring(at), false));
            return parts;
        }
    }

    @CheckedTemplate(basePath = "mail", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record MailPage(List<Listed> listed) implements TemplateInstance {
    }

    @CheckedTemplate(basePath = "mail", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record LetterPage(Whole whole) implements TemplateInstance {
    }

    private static final Pattern LINK = Pattern.compile("https?://[A-Za-z0-9._:/?=&\\[\\]-]+");
    private static final String COLUMNS = "select id, recipient, subject, made, sent, error from mail where recipient is not null and ended is null";
    private static final String LATEST = COLUMNS + " order by made desc, id limit 100";
    private static final String ONE = COLUMNS + " and id = ?";

    @Inject
    AgroalDataSource database;
    @Inject
    Mailing mailing;
    @Inject
    FolderCarrier folder;

    @GET
    @PermitAll
    @Path("mail")
    @Produces(MediaType.TEXT_HTML)
    @Transactional
    public TemplateInstance list() {
        return new MailPage(read(LATEST));
    }

    @GET
    @PermitAll
    @Path("mail/{letter}")
    @Produces(MediaType.TEXT_HTML)
    @Transactional
    public TemplateInstance letter(@PathParam("letter") UUID letter) {
        Listed mail = read(ONE, letter).stream().findFirst().orElseThrow(NotThere::new);
        try {
            return new LetterPage(new Whole(mail, folder.text(mail.id(), mail.made()).orElse(null)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Listed> read(String sql, Object... values) {
        if (!mailing.shown()) {
            throw new NotThere();
        }
        try (Connection connection = database.getConnection(); PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            List<Listed> listed = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    OffsetDateTime sent = row.getObject("sent", OffsetDateTime.class);
                    listed.add(new Listed(row.getObject("id", UUID.class), row.getString("recipient"), row.getString("subject"), row.getObject("made", OffsetDateTime.class).toInstant(),
                            sent == null ? null : sent.toInstant(), row.getString("error")));
                }
            }
            return listed;
        } catch (SQLException e) {
            throw new IllegalStateException("The outbox could not be read.", e);
        }
    }
}
