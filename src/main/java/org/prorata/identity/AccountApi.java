package org.prorata.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.prorata.web.Language;
import org.prorata.web.Today;

/** One's own account for programs. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "account")
public class AccountApi {

    /** @param email where one's mail goes, left out where there is no address @param emailToConfirm likewise */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Account(String login, String name, String email, String emailToConfirm, List<OwnAccount.OwnSession> sessions, List<SecondFactor.Listed> secondFactors) {
    }

    record NewEmail(@Schema(examples = "a.marsh@example.com") String email, @Schema(examples = "larch copper nine lanterns") String password) {
    }

    record Change(@Schema(examples = "larch copper nine lanterns") String current, @Schema(examples = "velvet anchor seven thistles") String password,
            @Schema(description = "Whether the tokens of one's programs end too; false where it is left out") boolean revokeTokens) {
    }

    /** @param csrf the session's new token for the header X-CSRF-Token */
    record Changed(String csrf, int sessionsEnded, int tokensRevoked) {
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Failed(String error, Instant again) {
    }

    record Ended(int sessionsEnded) {
    }

    @Inject
    OwnAccount own;
    @Inject
    OwnEmail email;
    @Inject
    Who who;
    @Inject
    Today today;
    final AccountText text = Language.texts(AccountText.class);

    @GET
    @Path("api/v1/account")
    @Authenticated
    @Operation(summary = "One's own account, sessions and second factors")
    public Account account() {
        OwnEmail.Standing address = email.standing();
        return new Account(who.viewer().login(), who.viewer().name(), address.email(), address.waits(), own.sessions(), own.factors());
    }

    @DELETE
    @Path("api/v1/account/sessions/{session}")
    @Authenticated
    @Operation(summary = "End one of one's own sessions")
    public void end(@PathParam("session") String session) {
        own.end(Numbers.of(session));
    }

    @DELETE
    @Path("api/v1/account/sessions")
    @Authenticated
    @Operation(summary = "End all of one's own sessions but this one")
    public Ended endOthers() {
        return new Ended(own.endOthers());
    }

    @POST
    @Path("api/v1/account/password")
    @Authenticated
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change one's password", description = "Ends all other sessions; sets this one's new cookie and gives its new token. 422: the old password is not right, "
            + "or the new one cannot be used. 429: too many wrong passwords; the header Retry-After says when to try again.")
    public Response changePassword(Change change, RoutingContext context) {
        Channel channel = Channel.of(context.request());
        OwnAccount.Typed typed = change == null ? new OwnAccount.Typed(null, null, null, false) : new OwnAccount.Typed(change.current(), change.password(), null, change.revokeTokens());
        try {
            OwnAccount.Changed changed = own.changePassword(typed, SignIn.Browser.of(channel, context.request()));
            return Response.ok(new Changed(changed.csrf(), changed.ended(), changed.revoked())).cookie(channel.sessionCookie(changed.session())).build();
        } catch (OwnAccount.TooManyGuesses guesses) {
            return throttled(guesses);
        } catch (Passwords.Busy busy) {
            return busy();
        }
    }

    @POST
    @Path("api/v1/account/email")
    @Authenticated
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Ask for another address for mail", description = "A link is sent to it, which confirms it. 422: the password is not right, or the address is none. "
            + "429: too many wrong passwords; the header Retry-After says when to try again.")
    public Response changeEmail(NewEmail change, RoutingContext context) {
        NewEmail typed = change == null ? new NewEmail(null, null) : change;
        try {
            email.change(typed.email(), typed.password(), SignIn.Browser.of(Channel.of(context.request()), context.request()));
            return Response.accepted(account()).build();
        } catch (OwnAccount.TooManyGuesses guesses) {
            return throttled(guesses);
        } catch (Passwords.Busy busy) {
            return busy();
        }
    }

    private Response throttled(OwnAccount.TooManyGuesses guesses) {
        return Response.status(429).entity(new Failed(text.throttled(guesses.again().toString()), guesses.again()))
                .header(HttpHeaders.RETRY_AFTER, Again.seconds(guesses.again(), today.now())).build();
    }

    private Response busy() {
        return Response.status(Response.Status.SERVICE_UNAVAILABLE).entity(new Failed(text.busy(), null)).build();
    }
}
