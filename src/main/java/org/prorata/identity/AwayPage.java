package org.prorata.identity;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.net.URI;

/**
 * Leads the browser to another site by itself, with a link for those whose browser does not. A form's answer cannot: the content policy lets forms lead to the portal's own pages alone.
 *
 * @param provider whose site it is
 */
@CheckedTemplate(basePath = "identity", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record AwayPage(URI to, String provider) implements TemplateInstance {
}
