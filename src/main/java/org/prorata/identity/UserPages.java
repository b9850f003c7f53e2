package org.prorata.identity;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.prorata.mail.Mailing;
import org.prorata.mail.Outbox;
import org.prorata.web.BadInput;
import org.prorata.web.Formats;
import org.prorata.web.Language;
import org.prorata.web.Option;
import org.prorata.web.Problems;
import org.prorata.web.Refused;

/** The administrator's pages of users: the list, and one user with its grants and sessions. */
@Path("/")
public class UserPages {

    static final int LAST_PAGE = 100_000;

    /** @param page from 1 @param typed in the form that adds a user @param mail whether it can be told by mail @param stuck mail that does not get through, in words; null where all does @param waiting requests that the one who looks may decide @param alone whether it is the only administrator */
    record Shown(List<UserView> users, String search, int page, boolean more, Invitations.Typed typed, boolean mail, String stuck, Problems problems, int waiting, boolean alone) {

        public String address(int of) {
            return "/users?page=" + of + (search.isEmpty() ? "" : "&q=" + URLEncoder.encode(search, StandardCharsets.UTF_8));
        }
    }

    /** What the form of a grant suggests. */
    record Suggested(List<Option> roles, List<String> deals, List<GrantedLenders.Named> lenders) {
    }

    /**
     * @param itself whether the user is the one who looks
     * @param requests that are open
     * @param alone  whether the one who looks is the portal's only administrator
     * @param typed  in the form of a grant, with the reason
     * @param done   the word of what was just done; null where nothing was
     * @param handedOver an invitation's link, shown this once; null where there is none
     */
    record Of(UserView user, List<RequestView> requests, boolean alone, List<Sessions.Open> sessions, List<SecondFactor.Listed> factors, List<ProgramTokens.Listed> tokens, boolean itself, Suggested suggested, Users.Typed typed, String reason, Problems problems, Refused refused, String done,
            String handedOver) {

        public String time(Instant at) {
            return Formats.minute(at);
        }

        /** The path under which its tokens are revoked. */
        public String tokensAt() {
            return "/users/" + user.id() + "/tokens";
        }
    }

    @CheckedTemplate(basePath = "identity", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record UsersPage(Shown shown) implements TemplateInstance {
    }

    @CheckedTemplate(basePath = "identity", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record UserPage(Of shown) implements TemplateInstance {
    }

    private static final Set<String> DONE = Set.of("disabled", "asked", "enable-asked", "granted", "revoked", "ended", "all-ended", "invited", "withdrawn", "factors-taken", "token-revoked");
    private static final Invitations.Typed NOBODY = new Invitations.Typed("", "", "");
    private static final Users.Typed NOTHING = new Users.Typed("", "", "");
    private static final int UNPROCESSABLE = 422;

    @Inject
    Users users;
    @Inject
    UserReader reader;
    @Inject
    GrantRequests requests;
    @Inject
    RequestReader requestReader;
    @Inject
    Invitations invitations;
    @Inject
    Mailing mailing;
    @Inject
    Outbox outbox;
    @Inject
    Who who;
    final UsersText text = Language.texts(UsersText.class);

    @GET
    @PermissionsAllowed("administer")
    @Path("users")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance list(@RestQuery @DefaultValue("") String q, @RestQuery @DefaultValue("1") int page) {
        return listed(q.strip(), checked(page), NOBODY, Problems.NONE);
    }

    private UsersPage listed(String q, int page, Invitations.Typed typed, Problems problems) {
        UserReader.Listed listed = reader.list(Side.AGENT, q, page);
        String stuck = outbox.stuck().map(mail -> text.stuck(mail.count(), Formats.minute(mail.since()), mail.error())).orElse(null);
        return new UsersPage(new Shown(listed.users(), q, page, listed.more(), typed, mailing.isSetUp(), stuck, problems, requestReader.waiting(Side.AGENT), requests.isAlone()));
    }

    @POST
    @PermissionsAllowed("administer")
    @Path("users")
    @Produces(MediaType.TEXT_HTML)
    public Response invite(@RestForm String login, @RestForm String name, @RestForm String email) {
        Invitations.Typed typed = new Invitations.Typed(login, name, email);
        try {
            return invited(invitations.invite(typed), Response.Status.CREATED);
        } catch (BadInput wrong) {
            return Response.status(UNPROCESSABLE).entity(listed("", 1, typed, new Problems(wrong.problems()))).build();
        }
    }

    @POST
    @PermissionsAllowed("administer")
    @Path("users/{user}/invite")
    @Produces(MediaType.TEXT_HTML)
    public Response inviteAgain(@PathParam("user") String user) {
        try {
            return invited(invitations.again(Side.AGENT, Numbers.of(user)), Response.Status.OK);
        } catch (Refused refused) {
            return Response.status(Response.Status.CONFLICT).entity(page(Numbers.of(user), NOTHING, null, Problems.NONE, refused, null)).build();
        }
    }

    /** A link that is handed over is in no address: the page that shows it is the answer itself. */
    private Response invited(Invitations.Invited invited, Response.Status shown) {
        return invited.handedOver() == null ? Response.seeOther(URI.create("/users/" + invited.user() + "?done=invited")).build()
                : Response.status(shown).entity(page(invited.user(), NOTHING, null, Problems.NONE, null, null, invited.handedOver())).build();
    }

    @POST
    @PermissionsAllowed("administer")
    @Path("users/{user}/invite/withdraw")
    @Produces(MediaType.TEXT_HTML)
    public Response withdraw(@PathParam("user") String user) {
        return done(Numbers.of(user), "withdrawn", id -> invitations.withdraw(Side.AGENT, id));
    }

    static int checked(int page) {
        if (page < 1 || page > LAST_PAGE) {
            throw BadInput.inAddress("page", String.valueOf(page), "a page from 1 on");
        }
        return page;
    }

    @GET
    @PermissionsAllowed("administer")
    @Path("users/{user}")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance user(@PathParam("user") String user, @RestQuery String done) {
        return page(Numbers.of(user), NOTHING, null, Problems.NONE, null, done);
    }

    @POST
    @PermissionsAllowed("administer")
    @Path("users/{user}/disable")
    @Produces(MediaType.TEXT_HTML)
    public Response disable(@PathParam("user") String user) {
        return done(Numbers.of(user), "disabled", id -> users.disable(Side.AGENT, id));
    }

    @POST
    @PermissionsAllowed("administer")
    @FreshProof
    @Path("users/{user}/enable")
    @Produces(MediaType.TEXT_HTML)
    public Response askEnable(@PathParam("user") String user, @RestForm String comment) {
        return done(Numbers.of(user), "enable-asked", NOTHING, comment, id -> requests.askEnable(id, comment));
    }

    @POST
    @PermissionsAllowed("administer")
    @FreshProof
    @Path("users/{user}/grants")
    @Produces(MediaType.TEXT_HTML)
    public Response ask(@PathParam("user") String user, @RestForm String role, @RestForm String deal, @RestForm String lender, @RestForm String reason) {
        Users.Typed typed = new Users.Typed(role, deal, lender);
        String[] word = {"asked"};
        Response done = done(Numbers.of(user), null, typed, reason, id -> word[0] = users.ask(id, typed, reason) ? "asked" : "granted");
        return done == null ? seeOther(Numbers.of(user), word[0]) : done;
    }

    @POST
    @PermissionsAllowed("administer")
    @Path("users/{user}/grants/{grant}/revoke")
    @Produces(MediaType.TEXT_HTML)
    public Response revoke(@PathParam("user") String user, @PathParam("grant") String grant) {
        return done(Numbers.of(user), "revoked", id -> users.revoke(Side.AGENT, id, Numbers.of(grant)));
    }

    @POST
    @PermissionsAllowed("administer")
    @Path("users/{user}/sessions/{session}/end")
    @Produces(MediaType.TEXT_HTML)
    public Response endSession(@PathParam("user") String user, @PathParam("session") String session) {
        return done(Numbers.of(user), "ended", id -> users.endSession(id, Numbers.of(session)));
    }

    @POST
    @PermissionsAllowed("administer")
    @Path("users/{user}/sessions/end-all")
    @Produces(MediaType.TEXT_HTML)
    public Response endSessions(@PathParam("user") String user) {
        return done(Numbers.of(user), "all-ended", users::endSessions);
    }

    @POST
    @PermissionsAllowed("administer")
    @Path("users/{user}/tokens/{token}/revoke")
    @Produces(MediaType.TEXT_HTML)
    public Response revokeToken(@PathParam("user") String user, @PathParam("token") String token) {
        return done(Numbers.of(user), "token-revoked", id -> users.revokeToken(id, Numbers.of(token)));
    }

    @POST
    @PermissionsAllowed("administer")
    @FreshProof
    @Path("users/{user}/factors/take-away")
    @Produces(MediaType.TEXT_HTML)
    public Response takeFactorsAway(@PathParam("user") String user) {
        return done(Numbers.of(user), "factors-taken", users::takeFactorsAway);
    }

    private interface Doing {
        void to(UUID user);
    }

    private Response done(UUID user, String word, Doing doing) {
        return done(user, word, NOTHING, null, doing);
    }

    /** @param word null where the caller says what was done; then null where it was */
    private Response done(UUID user, String word, Users.Typed typed, String reason, Doing doing) {
        try {
            doing.to(user);
            return word == null ? null : seeOther(user, word);
        } catch (Refused refused) {
            return Response.status(Response.Status.CONFLICT).entity(page(user, typed, reason, Problems.NONE, refused, null)).build();
        } catch (BadInput wrong) {
            return Response.status(UNPROCESSABLE).entity(page(user, typed, reason, new Problems(wrong.problems()), null, null)).build();
        }
    }

    private static Response seeOther(UUID user, String word) {
        return Response.seeOther(URI.create("/users/" + user + "?done=" + word)).build();
    }

    private UserPage page(UUID user, Users.Typed typed, String reason, Problems problems, Refused refused, String done) {
        return page(user, typed, reason, problems, refused, done, null);
    }

    private UserPage page(UUID user, Users.Typed typed, String reason, Problems problems, Refused refused, String done, String handedOver) {
        // None is chosen at first: a role without a deal may be one of every deal.
        List<Option> roles = Stream.concat(Stream.of(new Option("", text.choose())), Stream.of(Role.values()).map(role -> new Option(role.word(), text.role(role.word())))).toList();
        List<String> deals = users.suggestedDeals();
        return new UserPage(new Of(reader.of(Side.AGENT, user), requestReader.openOf(Side.AGENT, Set.of(user)), requests.isAlone(), users.sessionsOf(user), users.factorsOf(user), users.tokensOf(user),
                user.equals(who.viewer().userId()), new Suggested(roles, deals, users.suggestedLenders(deals)), typed, reason, problems, refused, done != null && DONE.contains(done) ? done : null, handedOver));
    }
}
