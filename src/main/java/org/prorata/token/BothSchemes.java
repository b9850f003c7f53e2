package org.prorata.token;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Says in the OpenAPI document how a program may tell who it is: by a session or by a token. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class BothSchemes implements OASFilter {

    private static final String SESSION = "session";
    private static final String TOKEN = "token";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents()
                .addSecurityScheme(SESSION, OASFactory.createSecurityScheme().type(SecurityScheme.Type.APIKEY).in(SecurityScheme.In.COOKIE).name("__Host-prorata")
                        .description("The cookie of POST /api/v1/session; prorata-local on plain HTTP at localhost. Changes need the headers Origin and X-CSRF-Token too."))
                .addSecurityScheme(TOKEN, OASFactory.createSecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer").bearerFormat("prorata_ and 43 characters")
                        .description("A token made at /account/tokens. It reads, and proposes where its scope says so, in the deals that it names; it never decides, administers, or opens what is of one's account."));
        document.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(SESSION), OASFactory.createSecurityRequirement().addScheme(TOKEN)));
    }
}
