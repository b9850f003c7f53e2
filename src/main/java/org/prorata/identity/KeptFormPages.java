package org.prorata.identity;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.prorata.web.TypedForm;

/** Where a sign-in leads after a form that came without its session: back to that form, with what was typed. */
@Path("/")
public class KeptFormPages {

    @CheckedTemplate(basePath = "identity", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TypedPage(TypedForm form) implements TemplateInstance {
    }

    @Inject
    KeptForms forms;

    /** Sends nothing by itself. Whoever else has signed in here is led to where a sign-in leads. */
    @GET
    @Authenticated
    @Path("typed/{form}")
    @Produces(MediaType.TEXT_HTML)
    public Response back(@PathParam("form") String form) {
        Optional<TypedForm> own = forms.of(Numbers.of(form));
        return own.isPresent() ? Response.ok(new TypedPage(own.get())).build() : Response.seeOther(URI.create(LocalPath.HOME)).build();
    }
}
