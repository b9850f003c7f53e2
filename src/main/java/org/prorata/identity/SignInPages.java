package org.prorata.identity;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.prorata.mail.Mailing;
import org.prorata.web.Frame;
import org.prorata.web.Language;
import org.prorata.web.OfThisBrowser;
import org.prorata.web.Problems;
import org.prorata.web.Today;

/** The pages of sign-in and sign-out. */
@Path("/")
public class SignInPages {

    /**
     * What the sign-in page shows.
     *
     * @param open    whether the connection is one over which nobody can sign in
     * @param failure what went wrong with the last attempt; null where nothing did
     * @param done    what was just done by a link that came by mail; null where nothing was
     * @param mailShown whether the portal's mail is shown on a page
     * @param beginnings of the guided paths of a demonstration
     * @param provider by whom one can sign in, too; null where by nobody
     */
    record Form(String to, String login, boolean open, String failure, String done, boolean mailShown, String provider, List<SignInHints.Hint> hints,
            List<SignInHints.Beginning> beginnings) {

        public Problems problems() {
            return Problems.NONE;
        }
    }

    @CheckedTemplate(basePath = "identity", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SignInPage(Form form) implements TemplateInstance {
    }

    private static final int TOO_MANY = 429;

    @Inject
    SignIn signIn;
    @Inject
    Today today;
    final IdentityText text = Language.texts(IdentityText.class);
    final LinkText links = Language.texts(LinkText.class);
    @Inject
    Mailing mailing;
    @Inject
    Instance<SignInHints> hints;
    @Inject
    SingleSignOn singleSignOn;
    @Inject
    Frame frame;

    @GET
    @PermitAll
    public Response home() {
        return Response.seeOther(URI.create(LocalPath.HOME)).build();
    }

    @GET
    @PermitAll
    @Path("login")
    @Produces(MediaType.TEXT_HTML)
    public Response form(@RestQuery String to, @RestQuery String done, RoutingContext context) {
        boolean open = !Channel.of(context.request()).takesSignIns();
        String told = "password".equals(done) ? links.passwordSet() : "email".equals(done) ? links.addressSet() : null;
        return page(open ? Response.Status.FORBIDDEN.getStatusCode() : Response.Status.OK.getStatusCode(), new Form(LocalPath.of(to).toString(), "", open, null, told, mailing.shown(), singleSignOn.provider().orElse(null), hints(open), beginnings(open))).build();
    }

    @POST
    @PermitAll
    @OfThisBrowser
    @Path("login")
    @Produces(MediaType.TEXT_HTML)
    public Response enter(@RestForm String login, @RestForm String password, @RestForm String to, RoutingContext context) {
        Channel channel = Channel.of(context.request());
        if (!channel.takesSignIns()) {
            return page(Response.Status.FORBIDDEN.getStatusCode(), to, login, true, null).build();
        }
        SignIn.Outcome outcome;
        try {
            outcome = signIn.attempt(login, password == null ? "" : password, SignIn.Browser.of(channel, context.request()));
        } catch (Passwords.Busy busy) {
            return page(Response.Status.SERVICE_UNAVAILABLE.getStatusCode(), to, login, false, text.busy()).build();
        }
        if (outcome instanceof SignIn.Opened opened) {
            return Response.seeOther(LocalPath.of(to)).cookie(opened.cookies(channel)).build();
        }
        if (outcome instanceof SignIn.Throttled throttled) {
            return page(TOO_MANY, to, login, false, text.throttled(Again.minute(throttled.again())))
                    .header(HttpHeaders.RETRY_AFTER, Again.seconds(throttled.again(), today.now())).build();
        }
        return page(Response.Status.UNAUTHORIZED.getStatusCode(), to, login, false, text.wrong()).build();
    }

    @POST
    @PermitAll
    @Path("logout")
    public Response leave(RoutingContext context) {
        Channel channel = Channel.of(context.request());
        Optional<String> session = channel.session(context.request());
        Optional<URI> elsewhere = session.flatMap(singleSignOn::signOut);
        session.ifPresent(token -> signIn.out(token));
        frame.signedOut();
        Response.ResponseBuilder gone = elsewhere.map(to -> Response.ok(new AwayPage(to, singleSignOn.provider().orElseThrow())).type(MediaType.TEXT_HTML))
                .orElseGet(() -> Response.seeOther(URI.create("/login")));
        return channel.takesSignIns() ? gone.cookie(channel.noSessionCookie()).build() : gone.build();
    }

    private Response.ResponseBuilder page(int status, String to, String login, boolean open, String failure) {
        return page(status, new Form(LocalPath.of(to).toString(), login, open, failure, null, mailing.shown(), singleSignOn.provider().orElse(null), hints(open), beginnings(open)));
    }

    private static Response.ResponseBuilder page(int status, Form form) {
        return Response.status(status).type(MediaType.TEXT_HTML).entity(new SignInPage(form));
    }

    private List<SignInHints.Beginning> beginnings(boolean open) {
        return open ? List.of() : hints.stream().flatMap(some -> some.beginnings().stream()).toList();
    }

    private List<SignInHints.Hint> hints(boolean open) {
        return open ? List.of() : hints.stream().flatMap(some -> some.hints().stream()).toList();
    }
}
