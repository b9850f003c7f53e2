package org.prorata.setup;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.prorata.identity.Numbers;
import org.prorata.setup.StepView.Conflict;
import org.prorata.setup.StepView.Live;
import org.prorata.web.Language;
import org.prorata.web.NotThere;

/** The steps of a draft: each a form that is saved as it was typed, and what the rules say to it meanwhile. */
@Path("/")
public class StepPages {

    @CheckedTemplate(basePath = "setup", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record StepPage(StepView view) implements TemplateInstance {
    }

    @CheckedTemplate(basePath = "setup", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record StepCheck(Live live) implements TemplateInstance {
    }

    @Inject
    Drafts drafts;
    @Inject
    SetupDoor door;
    final FieldText words = Language.texts(FieldText.class);
    final SetupText text = Language.texts(SetupText.class);

    /** @param more the list that is to be shown with one empty row more */
    @GET
    @PermissionsAllowed("import")
    @Path("deals/setup/{draft}/{step}")
    @Produces(MediaType.TEXT_HTML)
    public Response form(@PathParam("draft") String id, @PathParam("step") String word, @QueryParam("more") String more) {
        door.showing();
        Step step = step(word);
        Draft draft = drafts.open(Numbers.of(id));
        if (draft.ended()) {
            return Response.seeOther(URI.create(SetupPages.path(draft.id(), Step.CHECK))).build();
        }
        return Response.ok(page(draft, draft.typed(), step, more == null ? "" : more, null, "")).build();
    }

    @POST
    @PermissionsAllowed("import")
    @Path("deals/setup/{draft}/{step}")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.TEXT_HTML)
    public Response save(@PathParam("draft") String id, @PathParam("step") String word, MultipartFormDataInput form) {
        UUID by = door.enter().userId();
        Step step = step(word);
        Sent sent = Sent.of(form);
        Drafts.Saved saved = drafts.save(Numbers.of(id), step, sent.was(), before -> {
            Typed after = sent.over(before, step);
            return (sent.remove().isEmpty() ? after : after.without(sent.remove())).closedUp();
        }, by);
        Draft draft = saved.draft();
        if (saved.stale() && draft.ended()) {
            return Response.seeOther(URI.create(SetupPages.path(draft.id(), Step.CHECK))).build();
        }
        if (saved.stale()) {
            Typed typed = sent.over(draft.typed(), step);
            Conflict conflict = new Conflict(draft.changedBy(), draft.changed(), StepView.differences(draft.typed(), typed, step, words));
            return Response.status(409).entity(page(draft, typed, step, "", conflict, "")).build();
        }
        return Response.seeOther(URI.create(next(draft.id(), step, sent))).build();
    }

    private static String next(UUID draft, Step step, Sent sent) {
        if (!sent.add().isEmpty()) {
            return SetupPages.path(draft, step) + "?more=" + URLEncoder.encode(sent.add(), StandardCharsets.UTF_8) + "#" + URLEncoder.encode(Fields.id(sent.add()), StandardCharsets.UTF_8);
        }
        if (!sent.remove().isEmpty()) {
            return SetupPages.path(draft, step) + "#" + URLEncoder.encode(Fields.id(sent.remove().replaceFirst("\\[[^\\[]*$", "")), StandardCharsets.UTF_8);
        }
        return SetupPages.path(draft, Step.of(sent.go()).orElse(step));
    }

    /** A part of a page: what the rules say to what is typed so far. Changes nothing. */
    @POST
    @PermissionsAllowed("import")
    @Path("deals/setup/{draft}/{step}/check")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance check(@PathParam("draft") String id, @PathParam("step") String word, MultipartFormDataInput form) {
        door.enter();
        Step step = step(word);
        Sent sent = Sent.of(form);
        return new StepCheck(Live.of(Findings.of(sent.over(drafts.open(Numbers.of(id)).typed(), step), words), step, sent.wrong()));
    }

    private StepPage page(Draft draft, Typed typed, Step step, String more, Conflict conflict, String pasted) {
        Findings findings = Findings.of(typed, words);
        return new StepPage(new StepView(draft.id().toString(), draft.title() == null ? text.untitled() : draft.title(), step, StepView.marks(findings, step),
                new Fields(typed, findings, more, words, text).of(step), StepView.Panel.of(findings, step), draft.typed().digest(step.asks()), conflict, pasted));
    }

    /** The last step has a page of its own. */
    private static Step step(String word) {
        return Step.of(word).filter(step -> step != Step.CHECK).orElseThrow(NotThere::new);
    }
}
