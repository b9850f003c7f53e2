package org.prorata.identity;

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

/** The users of one's own lender, for the programs of its administrator. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "users")
public class LenderUserApi {

    record WithRequests(@JsonUnwrapped UserView user, List<RequestView> requests) {
    }

    /** @param lender the deal's name in addresses, a slash, and the lender's handle @param reason for whoever accepts it; may be left out */
    record Grant(@Schema(examples = "lender-viewer") String role, @Schema(examples = "rusoro-2010/endeavour") String lender, String reason) {
    }

    /** As a user is invited, with the grant that is asked for it. */
    record Invite(@Schema(examples = "a.marsh") String login, @Schema(examples = "Ann Marsh") String name, @Schema(examples = "a.marsh@example.com") String email,
            @Schema(examples = "lender-viewer") String role, @Schema(examples = "rusoro-2010/endeavour") String lender, String reason) {
    }

    @Inject
    Users users;
    @Inject
    LenderUsers lenderUsers;
    @Inject
    Invitations invitations;
    @Inject
    UserReader reader;
    @Inject
    RequestReader requestReader;

    @GET
    @PermissionsAllowed("administer-lender")
    @Path("api/v1/lender-users")
    @Operation(summary = "Users of one's own lender, by sign-in name", description = "Fifty at a time, with the grants of that lender alone. Of a user who has others, too (managed is false), last sign-in and address are left out.")
    public UserApi.Listed list(@RestQuery @DefaultValue("") String q, @RestQuery @DefaultValue("1") int page) {
        UserReader.Listed listed = reader.list(Side.LENDER, q.strip(), UserPages.checked(page));
        return new UserApi.Listed(listed.users(), listed.more() ? page + 1 : null);
    }

    @GET
    @PermissionsAllowed("administer-lender")
    @Path("api/v1/lender-users/{user}")
    @Operation(summary = "A user of one's own lender")
    public WithRequests user(@PathParam("user") String user) {
        return of(Numbers.of(user));
    }

    @POST
    @PermissionsAllowed("administer-lender")
    @FreshProof
    @Path("api/v1/lender-users")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Add a user, invite it by mail, and ask for a grant of one's own lender", description = "201. The grant counts once another administrator of the lender's or, where there is none, one of the agent's has accepted it. "
            + "403: who asks has to prove anew who it is.")
    public Response invite(Invite invite) {
        Invite asked = invite == null ? new Invite(null, null, null, null, null, null) : invite;
        Invitations.Invited invited = lenderUsers.invite(new Invitations.Typed(asked.login(), asked.name(), asked.email()), new LenderUsers.Typed(asked.role(), asked.lender(), asked.reason()));
        return Response.status(Response.Status.CREATED).entity(of(invited)).build();
    }

    @POST
    @PermissionsAllowed("administer-lender")
    @Path("api/v1/lender-users/{user}/invitation")
    @Operation(summary = "Send an invitation again; the older one opens nothing any more", description = "409: the user has come already, is disabled, or has grants of others")
    public UserApi.Invited inviteAgain(@PathParam("user") String user) {
        return of(invitations.again(Side.LENDER, Numbers.of(user)));
    }

    @DELETE
    @PermissionsAllowed("administer-lender")
    @Path("api/v1/lender-users/{user}/invitation")
    @Operation(summary = "Withdraw an invitation", description = "409: none is open")
    public WithRequests withdraw(@PathParam("user") String user) {
        invitations.withdraw(Side.LENDER, Numbers.of(user));
        return of(Numbers.of(user));
    }

    @POST
    @PermissionsAllowed("administer-lender")
    @Path("api/v1/lender-users/{user}/disable")
    @Operation(summary = "Disable a user all of whose grants are of one's own lender", description = "409: oneself, or one who has others")
    public WithRequests disable(@PathParam("user") String user) {
        users.disable(Side.LENDER, Numbers.of(user));
        return of(Numbers.of(user));
    }

    @POST
    @PermissionsAllowed("administer-lender")
    @FreshProof
    @Path("api/v1/lender-users/{user}/grants")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Ask that a user of one's own lender be granted a role there", description = "409: oneself, a disabled user, or a grant that the user has or that was asked already")
    public WithRequests ask(@PathParam("user") String user, Grant grant) {
        lenderUsers.ask(Numbers.of(user), grant == null ? new LenderUsers.Typed(null, null, null) : new LenderUsers.Typed(grant.role(), grant.lender(), grant.reason()));
        return of(Numbers.of(user));
    }

    @DELETE
    @PermissionsAllowed("administer-lender")
    @Path("api/v1/lender-users/{user}/grants/{grant}")
    @Operation(summary = "Take a grant of one's own lender away", description = "204. 409: one's own administrator's grant")
    public void revoke(@PathParam("user") String user, @PathParam("grant") String grant) {
        users.revoke(Side.LENDER, Numbers.of(user), Numbers.of(grant));
    }

    private UserApi.Invited of(Invitations.Invited invited) {
        return new UserApi.Invited(reader.of(Side.LENDER, invited.user()), invited.handedOver());
    }

    private WithRequests of(UUID user) {
        return new WithRequests(reader.of(Side.LENDER, user), requestReader.openOf(Side.LENDER, Set.of(user)));
    }
}
