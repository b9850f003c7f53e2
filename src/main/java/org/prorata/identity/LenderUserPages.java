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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.prorata.mail.Mailing;
import org.prorata.web.BadInput;
import org.prorata.web.Formats;
import org.prorata.web.Language;
import org.prorata.web.Option;
import org.prorata.web.Problems;
import org.prorata.web.Refused;

/** A lender's own administrator's pages of its users: the list, and one user with the grants of that lender. */
@Path("/")
public class LenderUserPages {

    /** What the forms offer. */
    record Offered(List<Option> roles, List<Option> lenders) {
    }

    /** @param lenders their names @param typed in the form that invites, with what is asked */
    record Shown(List<UserView> users, String lenders, String search, int page, boolean more, int waiting, Invitations.Typed person, LenderUsers.Typed typed, Offered offered, boolean mail,
            Problems problems, Refused refused) {

        public String address(int of) {
            return "/lender-users?page=" + of + (search.isEmpty() ? "" : "&q=" + URLEncoder.encode(search, StandardCharsets.UTF_8));
        }
    }

    /** @param itself whether the user is the one who looks @param done the word of what was just done; null where nothing was @param handedOver an invitation's link, shown this once */
    record Of(UserView user, List<RequestView> requests, boolean itself, LenderUsers.Typed typed, Offered offered, Problems problems, Refused refused, String done, String handedOver) {

        public String time(Instant at) {
            return Formats.minute(at);
        }
    }

    @CheckedTemplate(basePath = "identity", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record LenderUsersPage(Shown shown) implements TemplateInstance {
    }

    @CheckedTemplate(basePath = "identity", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record LenderUserPage(Of shown) implements TemplateInstance {
    }

    private interface Doing {
        void to(UUID user);
    }

    private static final Set<String> DONE = Set.of("disabled", "asked", "revoked", "invited", "withdrawn");
    private static final Invitations.Typed NOBODY = new Invitations.Typed("", "", "");
    private static final LenderUsers.Typed NOTHING = new LenderUsers.Typed("", "", "");
    private static final int UNPROCESSABLE = 422;

    @Inject
    Users users;
    @Inject
    LenderUsers lenderUsers;
    @Inject
    UserReader reader;
    @Inject
    RequestReader requestReader;
    @Inject
    Invitations invitations;
    @Inject
    Mailing mailing;
    @Inject
    Who who;
    final UsersText text = Language.texts(UsersText.class);

    @GET
    @PermissionsAllowed("administer-lender")
    @Path("lender-users")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance list(@RestQuery @DefaultValue("") String q, @RestQuery @DefaultValue("1") int page) {
        return listed(q.strip(), UserPages.checked(page), NOBODY, NOTHING, Problems.NONE, null);
    }

    @POST
    @PermissionsAllowed("administer-lender")
    @FreshProof
    @Path("lender-users")
    @Produces(MediaType.TEXT_HTML)
    public Response invite(@RestForm String login, @RestForm String name, @RestForm String email, @RestForm String role, @RestForm String lender, @RestForm String reason) {
        Invitations.Typed person = new Invitations.Typed(login, name, email);
        LenderUsers.Typed typed = new LenderUsers.Typed(role, lender, reason);
        try {
            return invited(lenderUsers.invite(person, typed), Response.Status.CREATED);
        } catch (Refused refused) {
            return Response.status(Response.Status.CONFLICT).entity(listed("", 1, person, typed, Problems.NONE, refused)).build();
        } catch (BadInput wrong) {
            return Response.status(UNPROCESSABLE).entity(listed("", 1, person, typed, new Problems(wrong.problems()), null)).build();
        }
    }

    @GET
    @PermissionsAllowed("administer-lender")
    @Path("lender-users/{user}")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance user(@PathParam("user") String user, @RestQuery String done) {
        return page(Numbers.of(user), NOTHING, Problems.NONE, null, done, null);
    }

    @POST
    @PermissionsAllowed("administer-lender")
    @Path("lender-users/{user}/invite")
    @Produces(MediaType.TEXT_HTML)
    public Response inviteAgain(@PathParam("user") String user) {
        try {
            return invited(invitations.again(Side.LENDER, Numbers.of(user)), Response.Status.OK);
        } catch (Refused refused) {
            return Response.status(Response.Status.CONFLICT).entity(page(Numbers.of(user), NOTHING, Problems.NONE, refused, null, null)).build();
        }
    }

    @POST
    @PermissionsAllowed("administer-lender")
    @Path("lender-users/{user}/invite/withdraw")
    @Produces(MediaType.TEXT_HTML)
    public Response withdraw(@PathParam("user") String user) {
        return done(Numbers.of(user), "withdrawn", NOTHING, id -> invitations.withdraw(Side.LENDER, id));
    }

    @POST
    @PermissionsAllowed("administer-lender")
    @Path("lender-users/{user}/disable")
    @Produces(MediaType.TEXT_HTML)
    public Response disable(@PathParam("user") String user) {
        return done(Numbers.of(user), "disabled", NOTHING, id -> users.disable(Side.LENDER, id));
    }

    @POST
    @PermissionsAllowed("administer-lender")
    @FreshProof
    @Path("lender-users/{user}/grants")
    @Produces(MediaType.TEXT_HTML)
    public Response ask(@PathParam("user") String user, @RestForm String role, @RestForm String lender, @RestForm String reason) {
        LenderUsers.Typed typed = new LenderUsers.Typed(role, lender, reason);
        return done(Numbers.of(user), "asked", typed, id -> lenderUsers.ask(id, typed));
    }

    @POST
    @PermissionsAllowed("administer-lender")
    @Path("lender-users/{user}/grants/{grant}/revoke")
    @Produces(MediaType.TEXT_HTML)
    public Response revoke(@PathParam("user") String user, @PathParam("grant") String grant) {
        UUID id = Numbers.of(user);
        Response done = done(id, "revoked", NOTHING, each -> users.revoke(Side.LENDER, each, Numbers.of(grant)));
        // Who has no grant of the lender's any more, and others', is not for its administrator to see.
        return done.getStatus() == Response.Status.SEE_OTHER.getStatusCode() && !reader.sees(Side.LENDER, id) ? Response.seeOther(URI.create("/lender-users")).build() : done;
    }

    private Response invited(Invitations.Invited invited, Response.Status shown) {
        return invited.handedOver() == null ? Response.seeOther(URI.create("/lender-users/" + invited.user() + "?done=invited")).build()
                : Response.status(shown).entity(page(invited.user(), NOTHING, Problems.NONE, null, null, invited.handedOver())).build();
    }

    private Response done(UUID user, String word, LenderUsers.Typed typed, Doing doing) {
        try {
            doing.to(user);
            return Response.seeOther(URI.create("/lender-users/" + user + "?done=" + word)).build();
        } catch (Refused refused) {
            return Response.status(Response.Status.CONFLICT).entity(page(user, typed, Problems.NONE, refused, null, null)).build();
        } catch (BadInput wrong) {
            return Response.status(UNPROCESSABLE).entity(page(user, typed, new Problems(wrong.problems()), null, null, null)).build();
        }
    }

    private LenderUsersPage listed(String q, int page, Invitations.Typed person, LenderUsers.Typed typed, Problems problems, Refused refused) {
        UserReader.Listed listed = reader.list(Side.LENDER, q, page);
        List<LenderUsers.Own> own = lenderUsers.own();
        return new LenderUsersPage(new Shown(listed.users(), own.stream().map(LenderUsers.Own::name).collect(Collectors.joining(", ")), q, page, listed.more(), requestReader.waiting(Side.LENDER),
                person, typed, offered(own), mailing.isSetUp(), problems, refused));
    }

    private LenderUserPage page(UUID user, LenderUsers.Typed typed, Problems problems, Refused refused, String done, String handedOver) {
        return new LenderUserPage(new Of(reader.of(Side.LENDER, user), requestReader.openOf(Side.LENDER, Set.of(user)), user.equals(who.viewer().userId()), typed, offered(lenderUsers.own()), problems,
                refused, done != null && DONE.contains(done) ? done : null, handedOver));
    }

    /** Where there is one lender alone it is chosen. */
    private Offered offered(List<LenderUsers.Own> own) {
        Stream<Option> lenders = own.stream().map(each -> new Option(each.named(), each.name() + ", " + each.slug()));
        return new Offered(Stream.concat(Stream.of(new Option("", text.choose())), LenderUsers.ROLES.stream().map(role -> new Option(role.word(), text.role(role.word())))).toList(),
                own.size() == 1 ? lenders.toList() : Stream.concat(Stream.of(new Option("", text.choose())), lenders).toList());
    }
}
