package org.prorata.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.prorata.web.BadInput;
import org.prorata.web.Download;
import org.prorata.web.Language;
import org.prorata.web.Problems;
import org.prorata.web.TableFile;

/** The trail for the agent: a page, the same as JSON, and as CSV and XLSX; and whole chains to the letter, for who verifies them. For others it is not there. */
@Path("/")
public class AuditPages {

    static final int PAGE = 50;
    static final int MOST_IN_A_FILE = 100_000;
    private static final int LONGEST_SECONDS = 3_600;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    /** @param older number of the last row where older ones follow; null on the last page */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Rows(List<TrailView> rows, Long older) {
    }

    /** What the page shows: the filter as it was typed, for the form and the links. */
    record Shown(Rows found, Map<String, String> typed, String query) {

        public List<TrailView> rows() {
            return found.rows();
        }

        public Long older() {
            return found.older();
        }

        public String value(String parameter) {
            return typed.getOrDefault(parameter, "");
        }

        public boolean paged() {
            return typed.containsKey("before");
        }

        public Problems problems() {
            return Problems.NONE;
        }

        public String time(Instant at) {
            return TIME.format(at);
        }
    }

    @CheckedTemplate(basePath = "audit", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TrailPage(Shown shown) implements TemplateInstance {
    }

    @Inject
    ChainRows chains;
    @Inject
    DealNames deals;
    @Inject
    TrailActor actor;
    @Inject
    ObjectMapper json;
    @Inject
    Trail trail;
    final AuditText text = Language.texts(AuditText.class);

    @GET
    @PermissionsAllowed("read-all")
    @Path("audit")
    @Produces(MediaType.TEXT_HTML)
    @Transactional
    public TemplateInstance page(@BeanParam TrailParams params) {
        Map<String, String> typed = params.typed();
        String query = typed.entrySet().stream().filter(e -> !"before".equals(e.getKey()))
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
        return new TrailPage(new Shown(rows(params.filter(deals)), typed, query));
    }

    @GET
    @PermissionsAllowed("read-all")
    @Path("api/v1/audit")
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    @Tag(name = "audit")
    @Operation(summary = "The trail, newest first", description = "Fifty rows at a time; give the number in older as before for the next. For the agent alone.")
    public Rows json(@BeanParam TrailParams params) {
        return rows(params.filter(deals));
    }

    @GET
    @PermissionsAllowed("read-all")
    @Path("audit/trail.{kind:csv|xlsx}")
    @Transactional
    public Response download(@PathParam("kind") TableFile kind, @BeanParam TrailParams params) {
        List<TrailRow> found = TrailRow.newest(params.whole(deals), MOST_IN_A_FILE + 1);
        if (found.size() > MOST_IN_A_FILE) {
            throw BadInput.inAddress("from", params.typed().get("from"), text.tooMany(MOST_IN_A_FILE));
        }
        trail.write("download", null, kind.name("trail"), params.typed());
        return Download.of("trail", kind, TrailTable.of(found, params.typed()));
    }

    /**
     * Whole chains as JSON Lines, each row to the letter and each chain's end stated: what {@link VerifyTrail} goes over. Sent row by row, whatever their number.
     *
     * @param deal one deal's chain alone, or {@code portal}; without it all that the caller may read
     */
    @GET
    @PermissionsAllowed("read-all")
    @Path("audit/trail.jsonl")
    public Response chains(@RestQuery String deal) {
        boolean portal = ChainRows.PORTAL.equals(deal);
        UUID of = portal ? null : QuarkusTransaction.requiringNew().call(() -> TrailFilter.id(deal, deals));
        String chain = portal ? ChainRows.PORTAL : of == null ? null : of.toString();
        trail.writeApart("download", null, "trail.jsonl", Map.of("chain", chain == null ? "all" : chain));
        StreamingOutput lines = out -> QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).run(() -> write(chain, out));
        return Response.ok(lines).header(HttpHeaders.CONTENT_TYPE, "application/jsonl; charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"trail.jsonl\"").build();
    }

    private void write(String chain, OutputStream out) {
        Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        try {
            for (ChainHead head : chains.heads()) {
                if (chain == null || chain.equals(head.chain())) {
                    // What was added since the heads were read belongs to the next export.
                    chains.of(head.chain(), head.no(), row -> lines.write(TrailLines.of(row) + "\n"));
                    lines.write(TrailLines.end(head) + "\n");
                }
            }
            lines.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private Rows rows(TrailFilter filter) {
        actor.seesOthers(null);
        List<TrailRow> found = TrailRow.newest(filter, PAGE + 1);
        Map<UUID, String> names = deals.slugsOf(found.stream().map(row -> row.dealId).filter(Objects::nonNull).collect(Collectors.toSet()));
        List<TrailView> rows = found.stream().limit(PAGE).map(row -> TrailView.of(row, names, json)).toList();
        return new Rows(rows, found.size() > PAGE ? rows.get(PAGE - 1).seq() : null);
    }
}
