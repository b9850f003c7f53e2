package org.prorata.sso;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.prorata.audit.Trail;
import org.prorata.audit.TrailActor;
import org.prorata.identity.AwayPage;
import org.prorata.identity.LocalPath;
import org.prorata.identity.SingleSignOn;
import org.prorata.identity.TurnedAway;
import org.prorata.identity.Vouched;
import org.prorata.web.NotThere;
import org.prorata.web.OfThisBrowser;
import org.prorata.web.ProvesItself;

/** The way to the provider and back. Where none is configured there is no such address. */
@Path("/")
@ApplicationScoped
public class SsoPages implements SingleSignOn {

    /** @param told how the refusal is told */
    @CheckedTemplate(basePath = "sso", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RefusedPage(String told, String provider) implements TemplateInstance {
    }

    private static final String NOBODY = "nobody known";

    @Inject
    SsoSettings settings;
    @Inject
    Provider provider;
    @Inject
    Attempts attempts;
    @Inject
    Links links;
    @Inject
    SsoSessions sessions;
    @Inject
    Vouched vouched;
    @Inject
    Trail trail;
    @Inject
    TrailActor actor;

    private final TurnedAway turnedAway = new TurnedAway();

    /** Sends the browser to the provider. */
    @POST
    @PermitAll
    @OfThisBrowser
    @Path("login/sso")
    @Produces(MediaType.TEXT_HTML)
    public Response begin(@RestForm String to, RoutingContext context) {
        mustBeOn();
        if (!vouched.takesSignIns(context)) {
            return refused(new Refusal(Refusal.Told.AGAIN, "the connection is not encrypted"));
        }
        try {
            Attempts.Begun begun = attempts.begin(LocalPath.of(to).toString());
            return Response.ok(new AwayPage(provider.signIn(begun), settings.name())).cookie(vouched.awayCookie(begun.browser(), Attempts.SECONDS, context)).build();
        } catch (Refusal refusal) {
            return refused(refusal);
        }
    }

    /**
     * Takes who comes back. The provider leads here by a link, so it is a GET that opens a session: it does so once, for the browser whose own form began it.
     *
     * @param iss who says that it leads back; some providers do, so that one cannot be taken for another
     */
    @GET
    @PermitAll
    @Path("login/sso/return")
    @Produces(MediaType.TEXT_HTML)
    public Response arrive(@RestQuery String state, @RestQuery String code, @RestQuery String error, @RestQuery String iss, RoutingContext context) {
        mustBeOn();
        try {
            String browser = vouched.away(context).orElseThrow(() -> new Refusal(Refusal.Told.AGAIN, "the browser did not begin it"));
            String leadsTo = attempts.take(state == null ? "" : state, browser);
            if (iss != null && !iss.equals(settings.issuer())) {
                throw new Refusal(Refusal.Told.PROVIDER, "another provider leads back");
            }
            if (error != null || code == null || code.isBlank()) {
                throw new Refusal(Refusal.Told.AGAIN, "the provider does not vouch");
            }
            Account account = provider.redeem(code, browser);
            UUID user = links.userOf(account);
            Vouched.Opened opened = vouched.open(user, settings.name(), settings.secondFactor(), context).orElseThrow(() -> new Refusal(Refusal.Told.NOBODY, "the user is disabled"));
            sessions.keep(opened.session(), account);
            return Response.seeOther(LocalPath.of(leadsTo)).cookie(opened.cookie(), vouched.awayCookie("", 0, context)).build();
        } catch (Refusal refusal) {
            return refused(refusal);
        }
    }

    /** Ends sessions because the provider's have ended; the provider's server sends it. */
    @POST
    @PermitAll
    @ProvesItself
    @Path("login/sso/logout")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    public Response end(@RestForm("logout_token") String token) {
        mustBeOn();
        try {
            sessions.end(provider.signedOut(token == null ? "" : token));
            return Response.ok().build();
        } catch (Refusal refusal) {
            note("sso.logout-refused", refusal);
            return Response.status(Response.Status.BAD_REQUEST).entity(Map.of("error", "invalid_request")).build();
        }
    }

    @Override
    public Optional<String> provider() {
        return settings.on() ? Optional.of(settings.name()) : Optional.empty();
    }

    @Override
    public Optional<URI> signOut(String session) {
        return settings.on() ? sessions.idToken(session, settings.issuer()).flatMap(provider::signOut) : Optional.empty();
    }

    private void mustBeOn() {
        if (!settings.on()) {
            throw new NotThere();
        }
    }

    private Response refused(Refusal refusal) {
        note("sso.refused", refusal);
        return Response.status(refusal.told().status()).type(MediaType.TEXT_HTML).entity(new RefusedPage(refusal.told().name(), settings.name())).build();
    }

    /** One row an hour for each reason, person and address: whoever is refused may come again and again. */
    private void note(String what, Refusal refusal) {
        String who = refusal.who() == null ? NOBODY : refusal.who();
        if (turnedAway.isNewThisHour(what + " " + refusal.because() + " " + who, actor.address())) {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("because", refusal.because());
            told.put("provider", settings.issuer());
            trail.writeApart(what, null, who, told);
        }
    }
}
