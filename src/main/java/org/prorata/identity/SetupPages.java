package org.prorata.identity;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestForm;
import org.prorata.web.BadInput;
import org.prorata.web.NotThere;
import org.prorata.web.OfThisBrowser;
import org.prorata.web.Problems;

/** The page behind the one-time link of a portal without users. A link that is used, too old or made up is not there. */
@Path("/")
public class SetupPages {

    @CheckedTemplate(basePath = "identity", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SetupPage(String token, String name, String login, boolean open, Problems problems) implements TemplateInstance {
    }

    private static final int UNPROCESSABLE = 422;

    @Inject
    SetupLinks links;

    @GET
    @Path("setup/{token}")
    @PermitAll
    @Produces(MediaType.TEXT_HTML)
    public Response form(@PathParam("token") String token, RoutingContext context) {
        if (!links.open(token)) {
            throw new NotThere();
        }
        boolean open = !Channel.of(context.request()).takesSignIns();
        return Response.status(open ? Response.Status.FORBIDDEN : Response.Status.OK).entity(new SetupPage(token, "", "", open, Problems.NONE)).build();
    }

    @POST
    @Path("setup/{token}")
    @PermitAll
    @OfThisBrowser
    @Produces(MediaType.TEXT_HTML)
    public Response make(@PathParam("token") String token, @RestForm String name, @RestForm String login, @RestForm String password, RoutingContext context) {
        if (!Channel.of(context.request()).takesSignIns()) {
            return form(token, context);
        }
        try {
            links.use(token, login, name, password);
            return Response.seeOther(URI.create("/login")).build();
        } catch (BadInput wrong) {
            return Response.status(UNPROCESSABLE).entity(new SetupPage(token, name, login, false, new Problems(wrong.problems()))).build();
        }
    }
}
