package org.prorata.deal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.prorata.identity.Right;
import org.prorata.identity.Viewer;
import org.prorata.identity.Who;
import org.prorata.web.BadInput;
import org.prorata.web.Language;

/** Where the agent brings a term sheet, and where its format is described. */
@Path("/")
public class ImportPages {

    /** A text longer than this does not come back in the form: a browser could not send it a second time. */
    private static final int LONGEST_SHOWN = 900_000;

    /** What was sent: a file, or a text that was pasted or corrected. */
    public static class ImportForm {
        @RestForm("file")
        FileUpload file;
        @RestForm("text")
        String text;

        /** The file, else the text; nothing where neither came. */
        public byte[] sent() {
            if (file != null && file.size() > 0) {
                try {
                    return Files.readAllBytes(file.uploadedFile());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return text == null || text.isBlank() ? new byte[0] : text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
        }
    }

    record ImportView(String text, List<SheetProblem> problems) {
    }

    @CheckedTemplate(basePath = "deal", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ImportPage(ImportView shown) implements TemplateInstance {
    }

    @CheckedTemplate(basePath = "deal", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record FormatPage(FormatView shown) implements TemplateInstance {
    }

    @Inject
    DealImport deals;
    final DealText text = Language.texts(DealText.class);
    @Inject
    Who who;

    @GET
    @PermissionsAllowed("import")
    @Path("deals/import")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance form() {
        importer();
        return new ImportPage(new ImportView("", List.of()));
    }

    @POST
    @PermissionsAllowed("import")
    @Path("deals/import")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.TEXT_HTML)
    public Response take(@BeanParam ImportForm form) {
        Viewer viewer = importer();
        byte[] sent = form.sent();
        try {
            if (sent.length == 0) {
                throw new BadTermSheet(List.of(new SheetProblem(1, "", "", text.nothingSent())));
            }
            Deal deal = deals.take(sent, viewer.userId());
            return Response.seeOther(URI.create("/deals/" + deal.slug())).build();
        } catch (BadTermSheet bad) {
            return again(sent, bad.problems());
        } catch (BadInput bad) {
            return again(sent, bad.problems().stream().map(SheetProblem::of).toList());
        }
    }

    @GET
    @Authenticated
    @Path("deals/format")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance format() {
        try (InputStream example = ImportPages.class.getResourceAsStream("/deals/example.yaml")) {
            return new FormatPage(new FormatView(new String(example.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new deal belongs to no one deal's agent: only who keeps every deal brings one. */
    private Viewer importer() {
        Viewer viewer = who.viewer();
        if (!viewer.where(Right.IMPORT).all()) {
            throw new ForbiddenException();
        }
        return viewer;
    }

    private static Response again(byte[] sent, List<SheetProblem> problems) {
        String back = sent.length > LONGEST_SHOWN ? "" : new String(sent, StandardCharsets.UTF_8);
        return Response.status(422).entity(new ImportPage(new ImportView(back, problems))).build();
    }
}
