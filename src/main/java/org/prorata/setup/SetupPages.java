package org.prorata.setup;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.prorata.audit.Trail;
import org.prorata.deal.BadTermSheet;
import org.prorata.deal.DealPages;
import org.prorata.deal.ImportPages;
import org.prorata.deal.SheetProblem;
import org.prorata.identity.Numbers;
import org.prorata.web.Download;
import org.prorata.web.Language;

/** The drafts of deals that are being set up: their list, a new one, be it of a file, one less, and the file that one makes. */
@Path("/")
public class SetupPages {

    static final String ROOT = "/deals/setup";

    /** @param problems what keeps a file from becoming a draft; none where none was sent */
    record ListView(List<Draft> drafts, List<SheetProblem> problems) {
    }

    @CheckedTemplate(basePath = "setup", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ListPage(ListView shown) implements TemplateInstance {
    }

    @Inject
    Drafts drafts;
    @Inject
    SetupDoor door;
    @Inject
    Trail trail;
    final SetupText text = Language.texts(SetupText.class);

    static String path(UUID draft, Step step) {
        return ROOT + "/" + draft + "/" + step.word();
    }

    @GET
    @PermissionsAllowed("import")
    @Path("deals/setup")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance list() {
        door.enter();
        return new ListPage(new ListView(drafts.all(), List.of()));
    }

    /** A new draft: empty, or of the term sheet that was sent. */
    @POST
    @PermissionsAllowed("import")
    @Path("deals/setup")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.TEXT_HTML)
    public Response make(@BeanParam ImportPages.ImportForm form) {
        UUID by = door.enter().userId();
        byte[] sent = form.sent();
        try {
            Typed typed = sent.length == 0 ? Typed.NOTHING : OpenedSheet.of(sent, text);
            return Response.seeOther(URI.create(path(drafts.make(typed, sent.length == 0 ? "nothing" : "a file", by), Step.DEAL))).build();
        } catch (BadTermSheet not) {
            return Response.status(422).entity(new ListPage(new ListView(drafts.all(), not.problems()))).build();
        }
    }

    @POST
    @PermissionsAllowed("import")
    @Path("deals/setup/{draft}/delete")
    @Produces(MediaType.TEXT_HTML)
    public Response delete(@PathParam("draft") String draft) {
        UUID by = door.enter().userId();
        drafts.delete(Numbers.of(draft), by);
        return Response.seeOther(URI.create(ROOT)).build();
    }

    /** The term sheet as it stands, right or wrong. It holds what lenders are to hold: who took it stands in the trail. */
    @GET
    @PermissionsAllowed("import")
    @Path("deals/setup/{draft}/term-sheet.yaml")
    @Produces(DealPages.YAML)
    public Response download(@PathParam("draft") String id) {
        door.enter();
        Draft draft = drafts.open(Numbers.of(id));
        String name = DraftSheet.name(draft.typed());
        trail.writeApart("download", null, (name.isEmpty() ? "draft" : name) + ".yaml", Map.of("draft", draft.id(), "version", draft.version()));
        return Download.of((name.isEmpty() ? "draft" : name) + ".yaml", DealPages.YAML + "; charset=UTF-8", DraftSheet.of(draft.typed()).getBytes(StandardCharsets.UTF_8));
    }
}
