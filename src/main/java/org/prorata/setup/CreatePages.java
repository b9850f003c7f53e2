package org.prorata.setup;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.prorata.deal.BadTermSheet;
import org.prorata.deal.SheetProblem;
import org.prorata.identity.Numbers;
import org.prorata.setup.Findings.Finding;
import org.prorata.setup.StepView.Mark;
import org.prorata.web.BadInput;
import org.prorata.web.Language;

/** The last step: everything that is to be put right, or what the deal would be, the file itself, and its creation. */
@Path("/")
public class CreatePages {

    /**
     * @param deal    the name in addresses of the deal that was made; null before
     * @param preview null where the sheet is not right yet
     * @param changed whether it has changed since one asked to create the deal
     */
    record CheckView(String draft, String title, String deal, long version, List<Mark> marks, List<Finding> findings, Preview.Seen preview, String sheet, boolean changed) {

        public boolean right() {
            return findings.isEmpty() && preview != null;
        }
    }

    @CheckedTemplate(basePath = "setup", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CheckPage(CheckView view) implements TemplateInstance {
    }

    @Inject
    Drafts drafts;
    @Inject
    SetupDoor door;
    @Inject
    Preview preview;
    final FieldText words = Language.texts(FieldText.class);
    final SetupText text = Language.texts(SetupText.class);

    @GET
    @PermissionsAllowed("import")
    @Path("deals/setup/{draft}/check")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance page(@PathParam("draft") String id) {
        UUID by = door.showing().userId();
        return page(drafts.open(Numbers.of(id)), by, List.of(), false);
    }

    /** @param version of the draft as it was looked at */
    @POST
    @PermissionsAllowed("import")
    @Path("deals/setup/{draft}/create")
    @Produces(MediaType.TEXT_HTML)
    public Response create(@PathParam("draft") String id, @RestForm("version") String version) {
        UUID by = door.enter().userId();
        UUID draft = Numbers.of(id);
        try {
            String deal = drafts.create(draft, version != null && version.matches("[0-9]{1,18}") ? Long.parseLong(version) : 0, by);
            return deal == null ? Response.status(409).entity(page(drafts.open(draft), by, List.of(), true)).build() : Response.seeOther(URI.create("/deals/" + deal)).build();
        } catch (BadTermSheet bad) {
            return Response.status(422).entity(page(drafts.open(draft), by, bad.problems(), false)).build();
        } catch (BadInput bad) {
            return Response.status(422).entity(page(drafts.open(draft), by, bad.problems().stream().map(SheetProblem::of).toList(), false)).build();
        }
    }

    private CheckPage page(Draft draft, UUID by, List<SheetProblem> refused, boolean changed) {
        Findings read = Findings.of(draft.typed(), words);
        Preview.Seen seen = read.file() == null || draft.ended() ? null : preview.of(read.file(), by);
        // What the import alone finds shows in the preview too, unless it came to be meanwhile.
        List<SheetProblem> later = seen != null && !seen.problems().isEmpty() ? seen.problems() : read.file() == null ? List.of() : refused;
        Findings all = later.isEmpty() ? read : Findings.of(later, draft.typed(), words);
        return new CheckPage(new CheckView(draft.id().toString(), draft.title() == null ? text.untitled() : draft.title(), draft.deal(), draft.version(), StepView.marks(all, Step.CHECK), all.all(),
                seen != null && seen.payments() != null ? seen : null, DraftSheet.of(draft.typed()), changed));
    }
}
