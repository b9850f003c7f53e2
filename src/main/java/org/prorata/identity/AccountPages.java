package org.prorata.identity;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.prorata.web.BadInput;
import org.prorata.web.Formats;
import org.prorata.web.Language;
import org.prorata.web.Problem;
import org.prorata.web.Problems;
import org.prorata.web.Today;

/** The page of one's own account, for everybody who is signed in. */
@Path("/")
public class AccountPages {

    /**
     * @param done     what was just done; null where nothing was
     * @param mail     whether an address can be confirmed
     * @param typed    as an address
     * @param problems of the form of the password; those of the address stand apart
     */
    record Shown(String login, String name, List<OwnAccount.OwnSession> sessions, List<SecondFactor.Listed> factors, OwnEmail.Standing address, boolean mail, String typed, String done, Problems problems, Problems addressProblems) {

        public boolean others() {
            return sessions.size() > 1;
        }

        public Language language() {
            return Language.now();
        }

        public List<Language> languages() {
            return List.of(Language.values());
        }

        public String time(Instant at) {
            return Formats.minute(at);
        }
    }

    @CheckedTemplate(basePath = "identity", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record AccountPage(Shown shown) implements TemplateInstance {
    }

    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY = 429;

    @Inject
    OwnAccount own;
    @Inject
    OwnEmail email;
    @Inject
    Who who;
    @Inject
    Today today;
    final AccountText text = Language.texts(AccountText.class);

    /** @param changed how many sessions a change of the password ended, as the redirect after it says; likewise the others */
    @GET
    @Path("account")
    @Authenticated
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance page(@RestQuery Integer changed, @RestQuery Integer others, @RestQuery Integer ended, @RestQuery Integer asked, @RestQuery Integer revoked) {
        String done = changed != null ? text.changed(changed) + (revoked == null ? "" : " " + text.revoked(revoked))
                : others != null ? text.othersEnded(others) : ended != null ? text.ended() : asked != null ? text.asked() : null;
        return new AccountPage(shown(done, "", Problems.NONE, Problems.NONE));
    }

    @POST
    @Path("account/sessions/{session}/end")
    @Authenticated
    public Response end(@PathParam("session") String session) {
        own.end(Numbers.of(session));
        return Response.seeOther(URI.create("/account?ended=1")).build();
    }

    @POST
    @Path("account/sessions/end-others")
    @Authenticated
    public Response endOthers() {
        return Response.seeOther(URI.create("/account?others=" + own.endOthers())).build();
    }

    @POST
    @Path("account/password")
    @Authenticated
    @Produces(MediaType.TEXT_HTML)
    public Response changePassword(@RestForm String current, @RestForm String password, @RestForm String again, @RestForm String tokens, RoutingContext context) {
        Channel channel = Channel.of(context.request());
        try {
            OwnAccount.Changed changed = own.changePassword(new OwnAccount.Typed(current, password, again == null ? "" : again, "revoke".equals(tokens)), SignIn.Browser.of(channel, context.request()));
            return Response.seeOther(URI.create("/account?changed=" + changed.ended() + (changed.revoked() == 0 ? "" : "&revoked=" + changed.revoked()))).cookie(channel.sessionCookie(changed.session())).build();
        } catch (BadInput wrong) {
            return again(UNPROCESSABLE, wrong.problems()).build();
        } catch (OwnAccount.TooManyGuesses guesses) {
            return again(TOO_MANY, List.of(new Problem("current", null, text.throttled(Again.minute(guesses.again())))))
                    .header(HttpHeaders.RETRY_AFTER, Again.seconds(guesses.again(), today.now())).build();
        } catch (Passwords.Busy busy) {
            return again(Response.Status.SERVICE_UNAVAILABLE.getStatusCode(), List.of(new Problem(null, null, text.busy()))).build();
        }
    }

    @POST
    @Path("account/email")
    @Authenticated
    @Produces(MediaType.TEXT_HTML)
    public Response changeEmail(@RestForm("email") String address, @RestForm String proof, RoutingContext context) {
        try {
            email.change(address, proof, SignIn.Browser.of(Channel.of(context.request()), context.request()));
            return Response.seeOther(URI.create("/account?asked=1")).build();
        } catch (BadInput wrong) {
            return addressAgain(UNPROCESSABLE, address, wrong.problems()).build();
        } catch (OwnAccount.TooManyGuesses guesses) {
            return addressAgain(TOO_MANY, address, List.of(new Problem("proof", null, text.throttled(Again.minute(guesses.again())))))
                    .header(HttpHeaders.RETRY_AFTER, Again.seconds(guesses.again(), today.now())).build();
        } catch (Passwords.Busy busy) {
            return addressAgain(Response.Status.SERVICE_UNAVAILABLE.getStatusCode(), address, List.of(new Problem(null, null, text.busy()))).build();
        }
    }

    private Response.ResponseBuilder again(int status, List<Problem> problems) {
        return Response.status(status).type(MediaType.TEXT_HTML).entity(new AccountPage(shown(null, "", new Problems(problems), Problems.NONE)));
    }

    private Response.ResponseBuilder addressAgain(int status, String typed, List<Problem> problems) {
        return Response.status(status).type(MediaType.TEXT_HTML).entity(new AccountPage(shown(null, typed, Problems.NONE, new Problems(problems))));
    }

    private Shown shown(String done, String typed, Problems problems, Problems addressProblems) {
        return new Shown(who.viewer().login(), who.viewer().name(), own.sessions(), own.factors(), email.standing(), email.possible(), typed, done, problems, addressProblems);
    }
}
