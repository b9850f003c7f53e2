package org.prorata.overview;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.prorata.identity.ByToken;

/** The first page, for whoever is signed in. */
@Path("/")
public class OverviewPages {

    @CheckedTemplate(basePath = "overview", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record OverviewPage(OverviewView view) implements TemplateInstance {}

    @Inject OverviewReader reader;

    @GET
    @Path("deals")
    @Authenticated
    @Produces(MediaType.TEXT_HTML)
    @Transactional
    public TemplateInstance deals(@RestQuery String after) {
        return new OverviewPage(reader.read(after));
    }

    @GET
    @Path("api/v1/overview")
    @Authenticated
    @ByToken
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    @Tag(name = "Deals")
    @Operation(summary = "What of your deals concerns you today", description = "A lender's next payments, principal and changes since its last visit; what waits for the agent; totals. By your rights in each deal.")
    public OverviewView json(@Parameter(description = "The last deal's name of the page before") @RestQuery String after) {
        return reader.read(after);
    }
}
