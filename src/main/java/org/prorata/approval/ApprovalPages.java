package org.prorata.approval;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.prorata.approval.Proposal.Person;
import org.prorata.approval.Proposal.State;
import org.prorata.identity.FreshProof;
import org.prorata.identity.Numbers;
import org.prorata.identity.Right;
import org.prorata.identity.Who;
import org.prorata.web.BadInput;
import org.prorata.web.Download;
import org.prorata.web.Language;
import org.prorata.web.PageNumber;
import org.prorata.web.Problems;
import org.prorata.web.Refused;
import org.prorata.web.ShowsAgain;
import org.prorata.web.TableFile;
import org.prorata.web.TypedForm;

/** The inbox of proposals and the page of one proposal, where another person approves it. */
@Path("/")
public class ApprovalPages {

    /** @param page from 1 */
    record Listed(List<ProposalRow> open, List<ProposalRow> decided, int page, Integer previous, Integer next) {

        /** Whether it can be made one proposal with another of the page: both one's own and of one deal. */
        public boolean combinable(ProposalRow row) {
            return row.combinable() && open.stream().filter(other -> other.combinable() && other.deal().equals(row.deal())).count() > 1;
        }

        public boolean anyCombinable() {
            return open.stream().anyMatch(this::combinable);
        }
    }

    @CheckedTemplate(basePath = "approval", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record InboxPage(Listed listed, Refused refused, List<String> ticked) implements TemplateInstance {
    }

    @CheckedTemplate(basePath = "approval", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ProposalPage(ProposalView p, Problems problems) implements TemplateInstance {
    }

    private interface Deciding {
        Proposal decide(UUID id, Person by, String comment);
    }

    @Inject ProposalReader reader;
    @Inject Approvals approvals;
    @Inject Rebasing rebasing;
    @Inject Combining combining;
    final LineageText text = Language.texts(LineageText.class);
    @Inject Who who;

    @GET
    @PermissionsAllowed("read-all")
    @Path("approvals")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance inbox(@RestQuery @DefaultValue("1") int page) {
        return inbox(page, null, List.of());
    }

    private InboxPage inbox(int page, Refused refused, List<String> ticked) {
        ProposalReader.Inbox inbox = reader.inbox(PageNumber.checked("page", page));
        return new InboxPage(new Listed(inbox.rows().stream().filter(ProposalRow::open).toList(), inbox.rows().stream().filter(row -> !row.open()).toList(),
                page, page > 1 ? page - 1 : null, inbox.older() ? page + 1 : null), refused, ticked);
    }

    @POST
    @PermissionsAllowed("propose")
    @Path("approvals/combine")
    @Produces(MediaType.TEXT_HTML)
    public Response combine(@RestForm("proposal") List<String> proposals, @RestForm("page") @DefaultValue("1") int page) {
        List<String> ticked = proposals == null ? List.of() : proposals;
        List<UUID> ids = ticked.stream().map(Numbers::of).toList();
        ids.forEach(id -> reader.require(Right.PROPOSE, id));
        try {
            return Response.seeOther(URI.create("/approvals/" + combining.combine(ids, Person.of(who.viewer())).id())).build();
        } catch (Refused refused) {
            return Response.status(Response.Status.CONFLICT).entity(inbox(page, refused, ticked)).build();
        } catch (BadInput wrong) {
            return Response.status(422).entity(inbox(page, told(text.cannotCombine(), wrong), ticked)).build();
        }
    }

    private static Refused told(String words, BadInput wrong) {
        return new Refused(words, wrong.problems().stream().map(Words::line).toList());
    }

    @POST
    @PermissionsAllowed("propose")
    @Path("approvals/{proposal}/rebase")
    @Produces(MediaType.TEXT_HTML)
    public Response rebase(@PathParam("proposal") UUID id) {
        reader.require(Right.PROPOSE, id);
        try {
            return Response.seeOther(URI.create("/approvals/" + rebasing.rebase(id, Person.of(who.viewer())).id())).build();
        } catch (Refused refused) {
            return Response.status(Response.Status.CONFLICT).entity(new ProposalPage(reader.view(id, 1).refused(refused, ""), Problems.NONE)).build();
        } catch (BadInput wrong) {
            return Response.status(422).entity(new ProposalPage(reader.view(id, 1).refused(told(text.cannotRebase(), wrong), ""), Problems.NONE)).build();
        }
    }

    @GET
    @PermissionsAllowed("read-all")
    @Path("approvals/{proposal}")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance proposal(@PathParam("proposal") UUID id, @RestQuery @DefaultValue("1") int lenders) {
        return new ProposalPage(reader.view(id, lenders), Problems.NONE);
    }

    @GET
    @PermissionsAllowed("read-all")
    @Path("approvals/{proposal}/comparison.{kind:csv|xlsx}")
    public Response comparison(@PathParam("proposal") UUID id, @PathParam("kind") TableFile kind) {
        return Download.of("comparison-" + id, kind, ComparisonRows.of(id, reader.downloaded(id, kind)));
    }

    @POST
    @ShowsAgain
    @PermissionsAllowed("decide")
    @FreshProof
    @Path("approvals/{proposal}/approve")
    @Produces(MediaType.TEXT_HTML)
    public Response approve(@PathParam("proposal") UUID id, @RestForm String comment) {
        return decided(Right.DECIDE, id, comment, State.APPROVED, approvals::approve);
    }

    @POST
    @ShowsAgain
    @PermissionsAllowed("decide")
    @FreshProof
    @Path("approvals/{proposal}/reject")
    @Produces(MediaType.TEXT_HTML)
    public Response reject(@PathParam("proposal") UUID id, @RestForm String comment) {
        return decided(Right.DECIDE, id, comment, State.REJECTED, approvals::reject);
    }

    @POST
    @ShowsAgain
    @PermissionsAllowed("propose")
    @Path("approvals/{proposal}/withdraw")
    @Produces(MediaType.TEXT_HTML)
    public Response withdraw(@PathParam("proposal") UUID id, @RestForm String comment) {
        return decided(Right.PROPOSE, id, comment, State.WITHDRAWN, approvals::withdraw);
    }

    private Response decided(Right right, UUID id, String comment, State wanted, Deciding deciding) {
        reader.require(right, id);
        if (TypedForm.onlyShown()) {
            return Response.ok(new ProposalPage(reader.view(id, 1).refused(null, comment), Problems.NONE)).build();
        }
        try {
            deciding.decide(id, Person.of(who.viewer()), comment);
        } catch (Refused refused) {
            // The second of a double click finds its work done.
            if (!reader.doneBy(id, wanted)) {
                return Response.status(Response.Status.CONFLICT).entity(new ProposalPage(reader.view(id, 1).refused(refused, comment), Problems.NONE)).build();
            }
        } catch (BadInput wrong) {
            return Response.status(422).entity(new ProposalPage(reader.view(id, 1).refused(null, comment), new Problems(wrong.problems()))).build();
        }
        return Response.seeOther(URI.create("/approvals/" + id)).build();
    }
}
