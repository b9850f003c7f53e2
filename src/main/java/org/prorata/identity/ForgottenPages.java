package org.prorata.identity;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.jboss.resteasy.reactive.RestForm;
import org.prorata.audit.TrailActor;
import org.prorata.mail.Mailing;
import org.prorata.web.Language;
import org.prorata.web.OfThisBrowser;
import org.prorata.web.Problems;

/** Asks who forgot the password, and answers everybody in the same way. */
@Path("/")
public class ForgottenPages {

    /** @param asked what is said once somebody has asked; null before @param mail whether this portal sends mail @param shown whether its mail is shown on a page */
    record Shown(String asked, boolean mail, boolean shown) {

        public Problems problems() {
            return Problems.NONE;
        }
    }

    @CheckedTemplate(basePath = "identity", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ForgottenPage(Shown shown) implements TemplateInstance {
    }

    @Inject
    ForgottenPassword forgotten;
    @Inject
    Mailing mailing;
    @Inject
    TrailActor actor;
    final LinkText text = Language.texts(LinkText.class);

    @GET
    @PermitAll
    @Path("forgotten")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance form() {
        return page(null);
    }

    @POST
    @PermitAll
    @OfThisBrowser
    @Path("forgotten")
    @Produces(MediaType.TEXT_HTML)
    public Response ask(@RestForm String who) {
        if (!mailing.isSetUp()) {
            return Response.status(Response.Status.CONFLICT).entity(page(null)).build();
        }
        forgotten.asked(who, actor.address());
        Duration lasts = forgotten.lasts();
        return Response.ok(page(text.asked(text.lasts(lasts.toHours(), lasts.toMinutes())))).build();
    }

    private ForgottenPage page(String asked) {
        return new ForgottenPage(new Shown(asked, mailing.isSetUp(), mailing.shown()));
    }
}
