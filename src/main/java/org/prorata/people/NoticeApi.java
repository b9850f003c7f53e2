package org.prorata.people;

import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One's choice of notices for programs. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "account")
public class NoticeApi {

    @Inject
    Choices choices;

    @GET
    @Authenticated
    @Path("api/v1/account/notices")
    @Operation(summary = "What one is told by mail", description = "By kind: at-once, daily or none")
    public Map<String, String> own() {
        Map<String, String> own = new LinkedHashMap<>();
        choices.own().forEach((kind, choice) -> own.put(kind.word(), choice.word()));
        return own;
    }

    @POST
    @Authenticated
    @Path("api/v1/account/notices")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Choose what one is told by mail", description = "Kinds that are left out stay as they are")
    public Map<String, String> choose(Map<String, String> typed) {
        choices.choose(typed == null ? Map.of() : typed);
        return own();
    }
}
