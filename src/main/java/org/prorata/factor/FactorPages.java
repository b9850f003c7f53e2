package org.prorata.factor;

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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.prorata.identity.FreshProof;
import org.prorata.identity.LocalPath;
import org.prorata.identity.Numbers;
import org.prorata.identity.Person;
import org.prorata.identity.Who;
import org.prorata.web.BadInput;
import org.prorata.web.Formats;
import org.prorata.web.Problem;
import org.prorata.web.Problems;
import org.prorata.web.Refused;

/**
 * The pages of one's own second factors. For whoever is signed in, and for one who must set one up to be: so they are open to all and each asks for its {@link Person}.
 */
@Path("/")
public class FactorPages {

    /** @param to where one goes on who had to come here; null: nowhere @param done the word of what was just done; null where nothing was */
    record Shown(OwnFactors.Standing own, String to, String done, Problems problems, Refused refused) {

        public String time(Instant at) {
            return Formats.minute(at);
        }
    }

    record App(Authenticators.Offer offer, QrPicture picture, String to, Problems problems) {

        /** The secret in groups of four, for whoever types it. */
        public List<String> groups() {
            return List.of(offer.secret().split("(?<=\\G.{4})"));
        }
    }

    record NewPasskey(String name, String to, Problems problems) {
    }

    /** @param to where one goes on */
    record Codes(List<String> codes, boolean remade, String to) {
    }

    @CheckedTemplate(basePath = "factor", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record FactorsPage(Shown shown) implements TemplateInstance {
    }

    @CheckedTemplate(basePath = "factor", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record AppPage(App app) implements TemplateInstance {
    }

    @CheckedTemplate(basePath = "factor", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PasskeyPage(NewPasskey passkey) implements TemplateInstance {
    }

    @CheckedTemplate(basePath = "factor", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CodesPage(Codes codes) implements TemplateInstance {
    }

    private static final String HERE = "/account/factors";
    private static final Set<String> DONE = Set.of("added", "renamed", "removed");

    @Inject
    Who who;
    @Inject
    OwnFactors own;
    @Inject
    Authenticators authenticators;
    @Inject
    SecondFactors factors;

    @GET
    @PermitAll
    @Path("account/factors")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance list(@RestQuery String to, @RestQuery String done, RoutingContext context) {
        return page(to, done == null || !DONE.contains(done) ? null : done, Problems.NONE, null, context);
    }

    @POST
    @PermitAll
    @FreshProof
    @Path("account/factors/app/start")
    @Produces(MediaType.TEXT_HTML)
    public Response startApp(@RestForm String to, RoutingContext context) {
        Person person = who.enrolling();
        try {
            authenticators.offer(person);
            return Response.seeOther(at(HERE + "/app", to)).build();
        } catch (Refused refused) {
            return Response.status(Response.Status.CONFLICT).entity(page(to, null, Problems.NONE, refused, context)).build();
        }
    }

    @GET
    @PermitAll
    @Path("account/factors/app")
    @Produces(MediaType.TEXT_HTML)
    public Response app(@RestQuery String to) {
        Optional<Authenticators.Offer> offer = authenticators.offered(who.enrolling());
        return offer.isEmpty() ? Response.seeOther(at(HERE, to)).build() : Response.ok(app(offer.get(), to, Problems.NONE)).build();
    }

    @POST
    @PermitAll
    @Path("account/factors/app")
    @Produces(MediaType.TEXT_HTML)
    public Response confirmApp(@RestForm String code, @RestForm String to, RoutingContext context) {
        Person person = who.enrolling();
        try {
            return added(own.confirmApp(person, code, null, context), to);
        } catch (BadInput wrong) {
            return Response.status(ProvePages.UNPROCESSABLE).entity(app(authenticators.offered(person).orElseThrow(), to, new Problems(wrong.problems()))).build();
        } catch (Refused refused) {
            return Response.status(Response.Status.CONFLICT).entity(page(to, null, Problems.NONE, refused, context)).build();
        }
    }

    @POST
    @PermitAll
    @FreshProof
    @Path("account/factors/passkeys/start")
    @Produces(MediaType.TEXT_HTML)
    public Response startPasskey(@RestForm String to) {
        who.enrolling();
        return Response.seeOther(at(HERE + "/passkeys", to)).build();
    }

    @GET
    @PermitAll
    @Path("account/factors/passkeys")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance passkey(@RestQuery String to) {
        who.enrolling();
        return new PasskeyPage(new NewPasskey("", local(to), Problems.NONE));
    }

    @POST
    @PermitAll
    @FreshProof
    @Path("account/factors/passkeys")
    @Produces(MediaType.TEXT_HTML)
    public Response addPasskey(@RestForm String name, @RestForm String credential, @RestForm String to, RoutingContext context) {
        try {
            return added(own.addPasskey(who.enrolling(), name, credential, context), to);
        } catch (BadInput wrong) {
            // A browser that made no passkey has no field for what is wrong with it.
            List<Problem> told = wrong.problems().stream().map(problem -> "credential".equals(problem.field()) ? new Problem(null, null, problem.message()) : problem).toList();
            return Response.status(ProvePages.UNPROCESSABLE).entity(new PasskeyPage(new NewPasskey(name, local(to), new Problems(told)))).build();
        }
    }

    @POST
    @PermitAll
    @Path("account/factors/{factor}/rename")
    @Produces(MediaType.TEXT_HTML)
    public Response rename(@PathParam("factor") String factor, @RestForm String name, RoutingContext context) {
        try {
            factors.rename(who.enrolling(), Numbers.of(factor), name);
            return Response.seeOther(URI.create(HERE + "?done=renamed")).build();
        } catch (BadInput wrong) {
            return Response.status(ProvePages.UNPROCESSABLE).entity(page(null, null, new Problems(wrong.problems()), null, context)).build();
        }
    }

    @POST
    @PermitAll
    @FreshProof
    @Path("account/factors/{factor}/remove")
    public Response remove(@PathParam("factor") String factor) {
        factors.remove(who.enrolling(), Numbers.of(factor));
        return Response.seeOther(URI.create(HERE + "?done=removed")).build();
    }

    @POST
    @PermitAll
    @FreshProof
    @Path("account/factors/codes")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance remakeCodes() {
        return new CodesPage(new Codes(factors.remakeCodes(who.enrolling()), true, HERE));
    }

    private static Response added(OwnFactors.Added added, String to) {
        Response.ResponseBuilder answer = added.codes().isEmpty() ? Response.seeOther(to == null || to.isEmpty() ? URI.create(HERE + "?done=added") : LocalPath.of(to))
                : Response.ok(new CodesPage(new Codes(added.codes(), false, to == null || to.isEmpty() ? HERE : LocalPath.of(to).toString()))).type(MediaType.TEXT_HTML);
        return answer.cookie(added.entered().cookies()).build();
    }

    private FactorsPage page(String to, String done, Problems problems, Refused refused, RoutingContext context) {
        return new FactorsPage(new Shown(own.of(who.enrolling(), context), local(to), done, problems, refused));
    }

    private static AppPage app(Authenticators.Offer offer, String to, Problems problems) {
        return new AppPage(new App(offer, QrPicture.of(offer.uri()), local(to), problems));
    }

    private static String local(String to) {
        return to == null || to.isEmpty() ? null : LocalPath.of(to).toString();
    }

    private static URI at(String path, String to) {
        return URI.create(path + (to == null || to.isEmpty() ? "" : "?to=" + URLEncoder.encode(LocalPath.of(to).toString(), StandardCharsets.UTF_8)));
    }
}
