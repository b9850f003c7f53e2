package org.prorata.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestForm;
import org.prorata.web.BadInput;
import org.prorata.web.Language;
import org.prorata.web.Languages;

/** The choice of a language, at the foot of every page. It is kept in the browser, and with the user where one is signed in. */
@Path("/")
public class LanguagePages {

    @Inject
    Who who;
    @Inject
    Accounts accounts;

    /**
     * Leads back to the page it was chosen on, where that is one of the portal's.
     *
     * @throws BadInput for another language than {@code en} and {@code fr}
     */
    @POST
    @PermitAll
    @Path("language")
    public Response choose(@RestForm String language, @HeaderParam("Referer") String from) {
        Language chosen = Language.of(language).orElseThrow(() -> new BadInput("language", language, "en, fr"));
        who.maybe().ifPresent(viewer -> accounts.speak(viewer.userId(), chosen));
        return Response.seeOther(LocalPath.of(path(from))).cookie(Languages.cookie(chosen)).build();
    }

    private static String path(String address) {
        try {
            URI from = URI.create(address == null ? "" : address);
            return from.getRawPath() + (from.getRawQuery() == null ? "" : "?" + from.getRawQuery());
        } catch (IllegalArgumentException none) {
            return LocalPath.HOME;
        }
    }
}
