package org.prorata.deal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.prorata.audit.Trail;
import org.prorata.identity.Right;
import org.prorata.web.AsOf;
import org.prorata.web.AsOfParams;
import org.prorata.web.Download;
import org.prorata.web.Today;

/** A deal's terms, and its file. */
@Path("/")
public class DealPages {

    public static final String YAML = "application/yaml";

    @CheckedTemplate(basePath = "deal", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TermsPage(TermsView shown) implements TemplateInstance {
    }

    @Inject
    DealDoor door;
    @Inject
    DealExport export;
    @Inject
    Today today;
    @Inject
    Trail trail;
    @Inject
    Instance<IllustrativeMark> illustrative;

    @GET
    @PermissionsAllowed("read-deal")
    @Path("deals/{deal}")
    @Produces(MediaType.TEXT_HTML)
    @Transactional
    public TemplateInstance terms(String deal, @BeanParam AsOfParams dates) {
        OpenDeal open = door.enter(deal, Right.READ_DEAL);
        AsOf asOf = dates.resolve(today, open.zone());
        boolean madeUp = illustrative.stream().anyMatch(mark -> mark.stands(open.slug(), asOf.known()));
        return new TermsPage(new TermsView(open.known(asOf.known()).terms(), asOf, open.statusDate(asOf, today), open.seesAll(), open.proposes(), madeUp));
    }

    /** The whole deal, as known at an instant, as a file that imports to the same figures; it holds every lender's position. It is of no date: {@code on} changes nothing. */
    @GET
    @PermissionsAllowed("read-all")
    @Path("deals/{deal}/term-sheet.yaml")
    @Produces(YAML)
    @Transactional
    public Response termSheet(String deal, @BeanParam AsOfParams dates) {
        OpenDeal open = door.enter(deal, Right.READ_ALL);
        Instant known = dates.resolve(today, open.zone()).known();
        String name = open.slug() + ".yaml";
        byte[] file = TermSheetWriter.write(export.of(open.id(), known)).getBytes(StandardCharsets.UTF_8);
        trail.write("download", open.id(), name, Map.of("known", known == null ? "latest" : known.toString()));
        return Download.of(name, YAML + "; charset=UTF-8", file);
    }
}
