package org.prorata.deal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.prorata.identity.ByToken;
import org.prorata.identity.Right;
import org.prorata.identity.Viewer;
import org.prorata.identity.Who;
import org.prorata.web.AsOf;
import org.prorata.web.AsOfParams;
import org.prorata.web.BadInput;
import org.prorata.web.Language;
import org.prorata.web.Today;

/** Deals for programs. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deals", description = "Deals, their terms with where each value comes from, and import of term sheets.")
public class DealApi {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Deals")
    public record DealRows(List<DealRow> deals,
            @Schema(description = "Ask for ?after=… with this to get the next page; missing on the last one") String next) {
    }

    @Schema(name = "ImportedDeal")
    public record Imported(@Schema(examples = "\"harbour-2026\"") String slug,
            @Schema(examples = "\"/api/v1/deals/harbour-2026\"") String href) {
    }

    @Inject
    DealPages pages;
    @Inject
    DealDoor door;
    @Inject
    DealImport deals;
    final DealText text = Language.texts(DealText.class);
    @Inject
    Who who;
    @Inject
    Today today;

    @GET
    @Path("api/v1/deals")
    @Authenticated
    @ByToken
    @Transactional
    @Operation(summary = "The deals that you may enter, fifty a page, by name")
    public DealRows deals(@RestQuery String after) {
        Viewer viewer = who.viewer();
        List<DealList.Row> rows = DealList.of(viewer, after == null ? "" : after);
        List<DealRow> shown = rows.stream().limit(DealList.PAGE).map(row -> DealRow.of(row.terms().terms(), viewer.keeps(row.deal().id()), today)).toList();
        return new DealRows(shown, rows.size() > DealList.PAGE ? shown.get(shown.size() - 1).slug() : null);
    }

    @POST
    @Path("api/v1/deals")
    @PermissionsAllowed("import")
    @Consumes({DealPages.YAML, "application/x-yaml", "text/yaml", "text/x-yaml", MediaType.TEXT_PLAIN})
    @Operation(summary = "Import a term sheet", description = "All or nothing. The format is described at /deals/format.")
    @RequestBody(content = @Content(mediaType = DealPages.YAML, schema = @Schema(type = SchemaType.STRING),
            examples = @ExampleObject(name = "the beginning of a term sheet", value = "format: prorata/term-sheet/1\ndeal:\n  slug: harbour-2026\n")))
    @APIResponse(responseCode = "201", description = "Imported", content = @Content(schema = @Schema(implementation = Imported.class)))
    @APIResponse(responseCode = "422", description = "Everything that is wrong with the file", content = @Content(
            mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = TermSheetFailures.Answer.class)))
    public Response take(byte[] file) {
        return imported(importer(), file);
    }

    @POST
    @Path("api/v1/deals")
    @PermissionsAllowed("import")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response takeFile(@RestForm("file") FileUpload file) {
        Viewer importer = importer();
        if (file == null) {
            throw new BadInput("file", null, text.nothingSent());
        }
        try {
            return imported(importer, Files.readAllBytes(file.uploadedFile()));
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

    private Response imported(Viewer importer, byte[] file) {
        Deal deal = deals.take(file, importer.userId());
        String href = "/api/v1/deals/" + deal.slug();
        return Response.created(URI.create(href)).entity(new Imported(deal.slug(), href)).build();
    }

    @GET
    @PermissionsAllowed("read-deal")
    @Path("api/v1/deals/{deal}")
    @Transactional
    @Operation(summary = "One deal in brief", description = "As it stood on a day (on), as known at an instant (known).")
    public DealRow deal(String deal, @BeanParam AsOfParams dates) {
        OpenDeal open = door.enter(deal, Right.READ_DEAL);
        AsOf asOf = dates.resolve(today, open.zone());
        return DealRow.of(open.known(asOf.known()).terms(), who.viewer().keeps(open.id()), open.statusDate(asOf, today));
    }

    @GET
    @PermissionsAllowed("read-deal")
    @Path("api/v1/deals/{deal}/terms")
    @Transactional
    @Operation(summary = "The terms of a deal", description = "In the shape of a term-sheet file. Every value has its provenance; one that is "
            + "not known has none, and provenance unknown. Amounts are decimal strings.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Object.class), examples = @ExampleObject(
            name = "an excerpt", value = TermsDocument.EXAMPLE)))
    public Map<String, Object> terms(String deal, @BeanParam AsOfParams dates) {
        OpenDeal open = door.enter(deal, Right.READ_DEAL);
        AsOf asOf = dates.resolve(today, open.zone());
        return TermsDocument.of(open.known(asOf.known()), asOf.on(), open.statusDate(asOf, today));
    }

    @GET
    @PermissionsAllowed("read-all")
    @Path("api/v1/deals/{deal}/term-sheet.yaml")
    @Produces(DealPages.YAML)
    @Transactional
    @Operation(summary = "The whole deal as a term sheet", description = "As known at an instant (known); it imports to the same figures. For the agent alone.")
    public Response termSheet(String deal, @BeanParam AsOfParams dates) {
        return pages.termSheet(deal, dates);
    }
}
