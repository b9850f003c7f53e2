package org.prorata.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Users for the administrator's programs. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "users")
public class UserApi {

    /** @param next the next page; left out on the last */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Listed(List<UserView> users, Integer next) {
    }

    record WithSessions(@JsonUnwrapped UserView user, List<RequestView> requests, List<Sessions.Open> sessions, List<SecondFactor.Listed> secondFactors, List<ProgramTokens.Listed> tokens) {
    }

    /** @param deal its name in addresses @param lender its handle, for a lender's role alone @param reason for whoever accepts it; may be left out */
    record Grant(@Schema(examples = "lender-viewer") String role, @Schema(examples = "rusoro-2010") String deal, @Schema(examples = "endeavour") String lender, String reason) {
    }

    record Invite(@Schema(examples = "a.marsh") String login, @Schema(examples = "Ann Marsh") String name, @Schema(examples = "a.marsh@example.com") String email) {
    }

    /** @param handedOver the invitation's link, where the portal sends no mail; else left out */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Invited(@JsonUnwrapped UserView user, String handedOver) {
    }

    @Inject
    Users users;
    @Inject
    Invitations invitations;
    @Inject
    UserReader reader;
    @Inject
    GrantRequests requests;
    @Inject
    RequestReader requestReader;

    @GET
    @PermissionsAllowed("administer")
    @Path("api/v1/users")
    @Operation(summary = "Users with their grants, by sign-in name", description = "Fifty at a time; q is a part of the name, the sign-in name or the address for mail.")
    public Listed list(@RestQuery @DefaultValue("") String q, @RestQuery @DefaultValue("1") int page) {
        UserReader.Listed listed = reader.list(Side.AGENT, q.strip(), UserPages.checked(page));
        return new Listed(listed.users(), listed.more() ? page + 1 : null);
    }

    @GET
    @PermissionsAllowed("administer")
    @Path("api/v1/users/{user}")
    @Operation(summary = "A user with its grants, sessions, second factors and tokens")
    public WithSessions user(@PathParam("user") String user) {
        return of(Numbers.of(user));
    }

    @POST
    @PermissionsAllowed("administer")
    @Path("api/v1/users")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Add a user and invite it by mail", description = "201. The user chooses its password by a link in the mail; where the portal sends none the link is given here, once.")
    public Response invite(Invite invite) {
        Invitations.Typed typed = invite == null ? new Invitations.Typed(null, null, null) : new Invitations.Typed(invite.login(), invite.name(), invite.email());
        return Response.status(Response.Status.CREATED).entity(of(invitations.invite(typed))).build();
    }

    @POST
    @PermissionsAllowed("administer")
    @Path("api/v1/users/{user}/invitation")
    @Operation(summary = "Send an invitation again; the older one opens nothing any more", description = "409: the user has come already, or is disabled")
    public Invited inviteAgain(@PathParam("user") String user) {
        return of(invitations.again(Side.AGENT, Numbers.of(user)));
    }

    @DELETE
    @PermissionsAllowed("administer")
    @Path("api/v1/users/{user}/invitation")
    @Operation(summary = "Withdraw an invitation", description = "409: none is open")
    public WithSessions withdraw(@PathParam("user") String user) {
        invitations.withdraw(Side.AGENT, Numbers.of(user));
        return of(Numbers.of(user));
    }

    private Invited of(Invitations.Invited invited) {
        return new Invited(reader.of(Side.AGENT, invited.user()), invited.handedOver());
    }

    @POST
    @PermissionsAllowed("administer")
    @Path("api/v1/users/{user}/disable")
    @Operation(summary = "Disable a user and end its sessions", description = "409: oneself")
    public WithSessions disable(@PathParam("user") String user) {
        users.disable(Side.AGENT, Numbers.of(user));
        return of(Numbers.of(user));
    }

    @POST
    @PermissionsAllowed("administer")
    @FreshProof
    @Path("api/v1/users/{user}/enable")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Ask that a disabled user be let in again", description = "Another administrator accepts at /api/v1/access-requests. 409: it is not disabled, or that was asked already")
    public WithSessions askEnable(@PathParam("user") String user, RequestApi.Comment why) {
        requests.askEnable(Numbers.of(user), why == null ? null : why.comment());
        return of(Numbers.of(user));
    }

    @POST
    @PermissionsAllowed("administer")
    @FreshProof
    @Path("api/v1/users/{user}/grants")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Ask that a user be granted a role", description = "Another administrator accepts at /api/v1/access-requests; until then it is among the user's requests. The portal's only administrator makes a second one "
            + "without that. 403: who asks has to prove anew who it is. 409: oneself, a disabled user, or a grant that the user has or that was asked already")
    public WithSessions ask(@PathParam("user") String user, Grant grant) {
        users.ask(Numbers.of(user), grant == null ? new Users.Typed(null, null, null) : new Users.Typed(grant.role(), grant.deal(), grant.lender()), grant == null ? null : grant.reason());
        return of(Numbers.of(user));
    }

    @DELETE
    @PermissionsAllowed("administer")
    @Path("api/v1/users/{user}/grants/{grant}")
    @Operation(summary = "Take a grant away", description = "409: one's own administrator's grant")
    public WithSessions revoke(@PathParam("user") String user, @PathParam("grant") String grant) {
        users.revoke(Side.AGENT, Numbers.of(user), Numbers.of(grant));
        return of(Numbers.of(user));
    }

    @DELETE
    @PermissionsAllowed("administer")
    @Path("api/v1/users/{user}/sessions/{session}")
    @Operation(summary = "End one of a user's sessions")
    public WithSessions endSession(@PathParam("user") String user, @PathParam("session") String session) {
        users.endSession(Numbers.of(user), Numbers.of(session));
        return of(Numbers.of(user));
    }

    @DELETE
    @PermissionsAllowed("administer")
    @Path("api/v1/users/{user}/sessions")
    @Operation(summary = "End all of a user's sessions")
    public WithSessions endSessions(@PathParam("user") String user) {
        users.endSessions(Numbers.of(user));
        return of(Numbers.of(user));
    }

    @DELETE
    @PermissionsAllowed("administer")
    @Path("api/v1/users/{user}/tokens/{token}")
    @Operation(summary = "Revoke one of a user's tokens")
    public WithSessions revokeToken(@PathParam("user") String user, @PathParam("token") String token) {
        users.revokeToken(Numbers.of(user), Numbers.of(token));
        return of(Numbers.of(user));
    }

    @DELETE
    @PermissionsAllowed("administer")
    @FreshProof
    @Path("api/v1/users/{user}/factors")
    @Operation(summary = "Take away a user's second factors, which it lost", description = "Its sessions end. 403: who asks has to prove anew who it is. 409: oneself, or a user who has none")
    public WithSessions takeFactorsAway(@PathParam("user") String user) {
        users.takeFactorsAway(Numbers.of(user));
        return of(Numbers.of(user));
    }

    private WithSessions of(UUID user) {
        return new WithSessions(reader.of(Side.AGENT, user), requestReader.openOf(Side.AGENT, Set.of(user)), users.sessionsOf(user), users.factorsOf(user), users.tokensOf(user));
    }
}
