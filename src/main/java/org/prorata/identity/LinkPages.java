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
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.prorata.identity.OneTimeLinks.Link;
import org.prorata.identity.OneTimeLinks.Purpose;
import org.prorata.web.BadInput;
import org.prorata.web.Language;
import org.prorata.web.OfThisBrowser;
import org.prorata.web.Problem;
import org.prorata.web.Problems;

/**
 * The page behind a one-time link that came by mail. The link's address only puts its token into a cookie and leads on to an address without it: so the token stands in no history, no
 * bookmark, no referrer and, since nothing is looked up there, in no trail and no log. Neither of the two changes anything: whatever looks through mail by opening links uses none up.
 */
@Path("/")
public class LinkPages {

    static final String PATH = "/link/";

    /** @param link null where nothing can be opened over this connection */
    record Shown(Link link, boolean open, Problems problems) {

        public boolean invitation() {
            return link.purpose() == Purpose.INVITATION;
        }

        public boolean email() {
            return link.purpose() == Purpose.EMAIL;
        }
    }

    @CheckedTemplate(basePath = "identity", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record LinkPage(Shown shown) implements TemplateInstance {
    }

    @CheckedTemplate(basePath = "identity", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record LinkRefusedPage() implements TemplateInstance {
    }

    private static final int UNPROCESSABLE = 422;

    private interface Using {
        String lead();
    }

    @Inject
    PersonalLinks links;
    final IdentityText text = Language.texts(IdentityText.class);

    @GET
    @PermitAll
    @Path("link/{token}")
    public Response follow(@PathParam("token") String token, RoutingContext context) {
        Channel channel = Channel.of(context.request());
        if (!channel.takesSignIns()) {
            return tooOpen();
        }
        Response.ResponseBuilder on = Response.seeOther(URI.create("/link"));
        return Token.isOne(token) ? on.cookie(channel.linkCookie(token)).build() : on.cookie(channel.noLinkCookie()).build();
    }

    @GET
    @PermitAll
    @Path("link")
    @Produces(MediaType.TEXT_HTML)
    public Response form(RoutingContext context) {
        Channel channel = Channel.of(context.request());
        if (!channel.takesSignIns()) {
            return tooOpen();
        }
        try {
            return page(Response.Status.OK.getStatusCode(), links.look(token(channel, context)), Problems.NONE);
        } catch (PersonalLinks.LinkRefused refused) {
            return refused(channel);
        }
    }

    @POST
    @PermitAll
    @OfThisBrowser
    @Path("link/password")
    @Produces(MediaType.TEXT_HTML)
    public Response choose(@RestForm String password, @RestForm String again, RoutingContext context) {
        String token = token(Channel.of(context.request()), context);
        return using(context, () -> {
            links.choose(token, password, again == null ? "" : again);
            return "/login?done=password";
        });
    }

    @POST
    @PermitAll
    @OfThisBrowser
    @Path("link/email")
    @Produces(MediaType.TEXT_HTML)
    public Response confirm(RoutingContext context) {
        String token = token(Channel.of(context.request()), context);
        return using(context, () -> {
            links.confirm(token);
            return "/login?done=email";
        });
    }

    private Response using(RoutingContext context, Using using) {
        Channel channel = Channel.of(context.request());
        if (!channel.takesSignIns()) {
            return tooOpen();
        }
        try {
            return Response.seeOther(URI.create(using.lead())).cookie(channel.noLinkCookie()).build();
        } catch (PersonalLinks.LinkRefused refused) {
            return refused(channel);
        } catch (BadInput wrong) {
            return again(channel, context, UNPROCESSABLE, wrong.problems());
        } catch (Passwords.Busy busy) {
            return again(channel, context, Response.Status.SERVICE_UNAVAILABLE.getStatusCode(), List.of(new Problem(null, null, text.busy())));
        }
    }

    private Response again(Channel channel, RoutingContext context, int status, List<Problem> problems) {
        try {
            return page(status, links.look(token(channel, context)), new Problems(problems));
        } catch (PersonalLinks.LinkRefused refused) {
            return refused(channel);
        }
    }

    private static String token(Channel channel, RoutingContext context) {
        return channel.link(context.request()).filter(Token::isOne).orElse("");
    }

    private static Response page(int status, Link link, Problems problems) {
        return Response.status(status).type(MediaType.TEXT_HTML).entity(new LinkPage(new Shown(link, false, problems))).build();
    }

    private static Response tooOpen() {
        return Response.status(Response.Status.FORBIDDEN).type(MediaType.TEXT_HTML).entity(new LinkPage(new Shown(null, true, Problems.NONE))).build();
    }

    /** The same for every link that opens nothing, whatever it was. */
    private static Response refused(Channel channel) {
        return Response.status(Response.Status.GONE).type(MediaType.TEXT_HTML).cookie(channel.noLinkCookie()).entity(new LinkRefusedPage()).build();
    }
}
