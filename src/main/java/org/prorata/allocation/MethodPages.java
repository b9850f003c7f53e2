package org.prorata.allocation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** How every figure is computed, in plain words, with one example worked out to the cent. */
@Path("/")
@ApplicationScoped
public class MethodPages {

    @CheckedTemplate(basePath = "allocation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record MethodPage(WorkedExample example) implements TemplateInstance {}

    @GET
    @Authenticated
    @Path("method")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance method() {
        return new MethodPage(WorkedExample.ofRusoro());
    }
}
