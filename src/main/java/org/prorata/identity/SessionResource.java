package org.prorata.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.prorata.web.Frame;
import org.prorata.web.Language;
import org.prorata.web.OriginOnly;
import org.prorata.web.Today;

/** Sign-in for programs: the same session and cookie as in a browser. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "session")
public class SessionResource {

    record Credentials(@Schema(examples = "a.marsh") String login, @Schema(examples = "larch copper nine lanterns") String password) {
    }

    record User(@Schema(examples = "a.marsh") String login, @Schema(examples = "Ann Marsh") String name, boolean agent, boolean lender,
            @Schema(description = "In some deal, or of the portal", examples = "[\"agent-maker\"]") List<String> roles) {
    }

    /**
     * The token goes into the header X-CSRF-Token of every request that changes something.
     *
     * @param user         left out where the session opens nothing yet
     * @param secondFactor with what it can be proved, where it is awaited
     * @param prove        where that is sent, or where a second factor is set up by one who must have one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Session(String csrf, User user, @Schema(description = "totp, passkey, recovery: where it is awaited", examples = "[\"totp\", \"recovery\"]") List<String> secondFactor,
            @Schema(examples = "/api/v1/session/factor") String prove) {
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Failed(String error, Instant again) {
    }

    @Inject
    SignIn signIn;
    @Inject
    Sessions sessions;
    @Inject
    SecondFactor secondFactor;
    @Inject
    Who who;
    @Inject
    Frame frame;
    @Inject
    Today today;
    final IdentityText text = Language.texts(IdentityText.class);

    @POST
    @Path("api/v1/session")
    @PermitAll
    @OriginOnly
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Sign in", description = "Sets the session's cookie and gives its token. Where there is a secondFactor the session opens nothing until "
            + "one of them was sent to the address that is said there. 401: the name or the password is not right. "
            + "429: too many wrong passwords; the header Retry-After says when to try again.")
    public Response open(Credentials credentials, RoutingContext context) {
        Channel channel = Channel.of(context.request());
        if (!channel.takesSignIns()) {
            return failed(Response.Status.FORBIDDEN.getStatusCode(), text.open(), null).build();
        }
        String login = credentials == null ? null : credentials.login();
        String password = credentials == null || credentials.password() == null ? "" : credentials.password();
        SignIn.Outcome outcome;
        try {
            outcome = signIn.attempt(login, password, SignIn.Browser.of(channel, context.request()));
        } catch (Passwords.Busy busy) {
            return failed(Response.Status.SERVICE_UNAVAILABLE.getStatusCode(), text.busy(), null).build();
        }
        if (outcome instanceof SignIn.Opened opened) {
            return Response.ok(session(opened.csrf(), sessions.find(opened.session()).orElseThrow())).cookie(opened.cookies(channel)).build();
        }
        if (outcome instanceof SignIn.Throttled throttled) {
            return failed(429, text.throttled(throttled.again().toString()), throttled.again())
                    .header(HttpHeaders.RETRY_AFTER, Again.seconds(throttled.again(), today.now())).build();
        }
        return failed(Response.Status.UNAUTHORIZED.getStatusCode(), text.wrong(), null).build();
    }

    @GET
    @Path("api/v1/session")
    @Authenticated
    @Operation(summary = "Who is signed in, and the session's token")
    public Session current() {
        return new Session(frame.csrf(), user(who.viewer()), null, null);
    }

    @DELETE
    @Path("api/v1/session")
    @Authenticated
    @Operation(summary = "Sign out")
    public Response close(RoutingContext context) {
        Channel channel = Channel.of(context.request());
        channel.session(context.request()).ifPresent(token -> signIn.out(token));
        return Response.noContent().cookie(channel.noSessionCookie()).build();
    }

    private Session session(String csrf, Sessions.Found found) {
        Awaits awaits = found.person().awaits();
        return awaits == Awaits.NOTHING ? new Session(csrf, user(found.viewer()), null, null)
                : new Session(csrf, null, awaits == Awaits.FACTOR ? secondFactor.ways(found.person().user()) : List.of(), awaits.where().api());
    }

    private static User user(Viewer viewer) {
        return new User(viewer.login(), viewer.name(), viewer.anyAgent(), viewer.anyLender(), viewer.roles().keySet().stream().sorted().map(Role::word).toList());
    }

    private static Response.ResponseBuilder failed(int status, String error, Instant again) {
        return Response.status(status).type(MediaType.APPLICATION_JSON).entity(new Failed(error, again));
    }
}
