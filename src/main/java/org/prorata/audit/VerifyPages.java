package org.prorata.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.prorata.web.Language;
import org.prorata.web.Problem;
import org.prorata.web.Problems;

/** Where the chains of the trail are verified: those that are stored, and an export that is brought. */
@Path("/")
public class VerifyPages {

    /** Chains are many where deals are; those that are right are counted and the first of them shown. */
    private static final int SHOWN = 100;
    private static final int UNPROCESSABLE = 422;
    private static final int SECOND = "2026-01-02T03:04:05".length();

    /** What was brought: an export and the lines of the heads that it is held against, each a file or pasted. */
    public static class Brought {
        @RestForm("export")
        FileUpload exportFile;
        @RestForm("exportText")
        String exportText;
        @RestForm("heads")
        FileUpload headsFile;
        @RestForm("headsText")
        String headsText;
    }

    /**
     * A chain that was looked at.
     *
     * @param dealName the deal's name in addresses; null of the portal's chain, and of one whose deal is not there
     * @param hash     of its last row
     * @param fault    what is wrong; null where nothing is
     * @param no       the number of the first row that is; null where none is
     * @param since    the first row the fault may lie in
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Chain(String chain, String dealName, long rows, String from, String until, String hash, String fault, Long no, Long since, String words) {

        public boolean wrong() {
            return fault != null;
        }

        /** To the second, for the page. */
        public String time(String at) {
            return at == null || at.length() < SECOND ? at : at.substring(0, SECOND).replace('T', ' ');
        }

        public boolean portal() {
            return ChainRows.PORTAL.equals(chain);
        }
    }

    /**
     * @param badLine the first line of an export that cannot be read, from 1; null where all can
     * @param unshown how many chains more are right
     * @param held    whether the chains were held against heads that were kept apart; else what was cut off with all that states it is not noticed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Verified(boolean right, long rows, long count, List<Chain> chains, long unshown, Long badLine, boolean held) {
    }

    /** @param brought whether it is of an export, null where none was brought */
    record Shown(Verified verified, boolean brought, Problems problems, String headsText) {
    }

    @CheckedTemplate(basePath = "audit", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record VerifyPage(Shown shown) implements TemplateInstance {
    }

    @Inject
    ChainRows chains;
    @Inject
    DealNames deals;
    @Inject
    TrailActor actor;
    final AuditText text = Language.texts(AuditText.class);
    @Inject
    TrailHeads heads;

    @GET
    @PermissionsAllowed("read-all")
    @Path("audit/verify")
    @Produces(MediaType.TEXT_HTML)
    @Transactional
    public TemplateInstance page() {
        return new VerifyPage(new Shown(stored(), false, Problems.NONE, ""));
    }

    @GET
    @PermissionsAllowed("read-all")
    @Path("api/v1/audit/verify")
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    @Tag(name = "audit")
    @Operation(summary = "Whether the trail is as it was written", description = "Goes over every row of the chains the caller may read; names the first row of each that was altered, removed, inserted or cut off.")
    public Verified json() {
        return stored();
    }

    @POST
    @PermissionsAllowed("read-all")
    @Path("audit/verify")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.TEXT_HTML)
    @Transactional
    public Response verify(@BeanParam Brought brought) {
        actor.seesOthers(null);
        boolean none = empty(brought.exportFile) && blank(brought.exportText);
        if (none) {
            return again(text.nothingBrought(), "exportText", brought);
        }
        try (Reader export = reader(brought.exportFile, brought.exportText)) {
            List<ChainHead> stated = VerifyTrail.heads(empty(brought.headsFile) ? blank(brought.headsText) ? "" : brought.headsText
                    : Files.readString(brought.headsFile.uploadedFile(), StandardCharsets.UTF_8));
            VerifyTrail.Verdict verdict = VerifyTrail.of(export, stated, null);
            return Response.ok(new VerifyPage(new Shown(verified(verdict.chains(), verdict.badLine() == 0 ? null : verdict.badLine(), !stated.isEmpty()), true, Problems.NONE, brought.headsText))).build();
        } catch (TrailLines.Unreadable wrong) {
            return again(text.headsUnreadable(), "headsText", brought);
        } catch (CharacterCodingException binary) {
            return again(text.noText(), "exportText", brought);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Response again(String words, String field, Brought brought) {
        return Response.status(UNPROCESSABLE).entity(new VerifyPage(new Shown(null, true, new Problems(List.of(new Problem(field, null, words))), brought.headsText))).build();
    }

    private static Reader reader(FileUpload file, String pasted) throws IOException {
        return empty(file) ? new StringReader(pasted) : Files.newBufferedReader(file.uploadedFile(), StandardCharsets.UTF_8);
    }

    private static boolean empty(FileUpload file) {
        return file == null || file.size() == 0;
    }

    private static boolean blank(String pasted) {
        return pasted == null || pasted.isBlank();
    }

    private Verified stored() {
        actor.seesOthers(null);
        List<ChainHead> before = heads.kept();
        return verified(chains.verified(before), null, !before.isEmpty());
    }


    /** Wrong chains first. */
    private Verified verified(List<ChainCheck.Result> results, Long badLine, boolean held) {
        List<ChainCheck.Result> wrong = results.stream().filter(result -> !result.right()).toList();
        List<ChainCheck.Result> right = results.stream().filter(ChainCheck.Result::right).toList();
        List<ChainCheck.Result> shown = Stream.concat(wrong.stream(), right.stream().limit(Math.max(0, SHOWN - wrong.size()))).toList();
        Set<String> readable = chains.heads().stream().map(ChainHead::chain).collect(Collectors.toSet());   // an export may name any deal: its name is told to those who read it here
        Set<UUID> ids = shown.stream().map(ChainCheck.Result::chain).filter(chain -> !ChainRows.PORTAL.equals(chain) && readable.contains(chain)).map(UUID::fromString)
                .collect(Collectors.toSet());
        Map<UUID, String> names = deals.slugsOf(ids);
        return new Verified(wrong.isEmpty() && badLine == null, results.stream().mapToLong(ChainCheck.Result::rows).sum(), results.size(),
                shown.stream().map(result -> chain(result, names)).toList(), results.size() - shown.size(), badLine, held);
    }

    private Chain chain(ChainCheck.Result result, Map<UUID, String> names) {
        String dealName = ChainRows.PORTAL.equals(result.chain()) ? null : names.get(UUID.fromString(result.chain()));
        ChainCheck.Finding first = result.first();
        return first == null ? new Chain(result.chain(), dealName, result.rows(), result.firstAt(), result.lastAt(), result.hash(), null, null, null, null)
                : new Chain(result.chain(), dealName, result.rows(), result.firstAt(), result.lastAt(), result.hash(), first.fault().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        first.no(), first.since(), words(first));
    }

    private String words(ChainCheck.Finding found) {
        return switch (found.fault()) {
            case ALTERED -> text.altered(found.no());
            case REMOVED -> text.removed(found.no());
            case INSERTED -> text.inserted(found.no());
            case CUT_OFF -> text.cutOff(found.no());
            case OTHER_THAN_STATED -> text.otherThanStated(found.no(), found.since());
            case NO_END -> text.noEnd(found.no());
        };
    }
}
