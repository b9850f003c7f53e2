package org.prorata.approval;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.prorata.approval.Proposal.Person;
import org.prorata.identity.FreshProof;
import org.prorata.identity.Right;
import org.prorata.identity.Who;
import org.prorata.web.BadInput;
import org.prorata.web.PageNumber;

/** Proposals for programs; what can be done on pages can be done here, by the same rights. For the agent; the auditor reads. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "proposals")
public class ProposalResource {

    /** @param baseVersion the deal's version that this was made from; left out: the present one */
    record Asked(@Schema(examples = "payment.amount") String kind, JsonNode payload, @Schema(examples = "Agent's statement of 11 June 2010") String reason,
            @Schema(examples = "AS-17") String reference, Long baseVersion) {
    }

    record Decision(@Schema(examples = "Agrees with the agent's statement") String comment) {
    }

    /** @param proposals ids of one's own open proposals of one deal */
    record Combined(List<UUID> proposals) {
    }

    @Inject ProposalReader reader;
    @Inject Approvals approvals;
    @Inject Rebasing rebasing;
    @Inject Combining combining;
    @Inject Who who;

    private Person person() {
        return Person.of(who.viewer());
    }

    @GET
    @PermissionsAllowed("read-all")
    @Path("api/v1/approvals")
    @Operation(summary = "Proposals of all deals of which the caller sees all", description = "Open ones first, then the newest; fifty at a time, the next by page.")
    public ProposalReader.Inbox inbox(@RestQuery @DefaultValue("1") int page) {
        return reader.inbox(PageNumber.checked("page", page));
    }

    @GET
    @PermissionsAllowed("read-all")
    @Path("api/v1/deals/{deal}/proposals")
    @Operation(summary = "Proposals of one deal", description = "Open ones first, then the newest; fifty at a time, the next by page.")
    public ProposalReader.Inbox ofDeal(@PathParam("deal") String deal, @RestQuery @DefaultValue("1") int page) {
        return reader.ofDeal(deal, PageNumber.checked("page", page));
    }

    @POST
    @PermissionsAllowed("propose")
    @Path("api/v1/deals/{deal}/proposals")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Propose a change", description = "Nothing changes until another person approves. The answer shows every figure before and after. The same "
            + "request with the same Idempotency-Key gives the first one's proposal; another request with that key is refused (422). 409: a rule stands against it, or the "
            + "deal has changed since baseVersion.")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Asked.class), examples = {
        @ExampleObject(name = "Enter an unknown amount", value = """
            {"kind": "payment.amount", "payload": {"term": "accrued", "due": "2010-06-10", "amount": "0.00"}, "reason": "Nothing was accrued"}"""),
        @ExampleObject(name = "Book a payment as paid", value = """
            {"kind": "payment.book", "payload": {"payment": 1, "valueDate": "2010-06-10", "components": ["principal:first"]}, "reason": "Cash received", "reference": "MT202 0610"}"""),
        @ExampleObject(name = "Transfer", value = """
            {"kind": "register.transfer", "payload": {"from": "endeavour", "to": "blackrock", "amount": "5,000,000.00", "tranche": "reduced", "tradeDate": "2010-07-20",
            "effectiveDate": "2010-07-26", "fee": "3,500.00", "feePaidBy": "buyer"}, "reason": "Sold", "reference": "TC-7"}"""),
        @ExampleObject(name = "Exchange into shares", value = """
            {"kind": "register.exchange", "payload": {"lender": "endeavour", "amount": "2,000,000.00", "on": "2010-10-01"}, "reason": "Exchanged", "reference": "Notice of 1 October 2010"}"""),
        @ExampleObject(name = "Correct an exchange", description = "What is left out was right; {\"entry\": 7, \"takenBack\": true} takes it back wholly", value = """
            {"kind": "register.correct-exchange", "payload": {"entry": 7, "amount": "1,500,000.00"}, "reason": "The notice says 1.5 million", "reference": "Notice of 1 October 2010"}"""),
        @ExampleObject(name = "Move shares", value = """
            {"kind": "register.move", "payload": {"on": "2010-06-10", "unit": "amount", "shares": [{"lender": "petropavlovsk", "value": "17,500,000.00"},
            {"lender": "lansdowne-equity-limited", "value": "6,666,666.67"}, {"lender": "lansdowne-equity-lp", "value": "6,666,666.67"},
            {"lender": "lansdowne-strategic", "value": "6,666,666.66"}, {"lender": "endeavour", "value": "10,000,000.00"}, {"lender": "blackrock", "value": "10,000,000.00"},
            {"lender": "new-fund", "name": "New Fund Limited", "value": "2,500,000.00"}]}, "reason": "Transfer certificate of 8 June 2010", "reference": "TC-1"}"""),
        @ExampleObject(name = "Several changes at once", value = """
            {"kind": "bundle", "payload": {"changes": [
            {"kind": "payment.amount", "payload": {"term": "accrued", "due": "2010-06-10", "amount": "0.00"}, "reference": "AS-17"},
            {"kind": "payment.book", "payload": {"payment": 1, "valueDate": "2010-06-10"}, "reference": "MT202 0610"}]}, "reason": "First day"}""")}))
    public Response propose(@PathParam("deal") String deal, @HeaderParam("Idempotency-Key") String key, Asked asked) {
        UUID dealId = reader.deal(deal, Right.PROPOSE);
        if (asked == null || asked.payload() == null || !asked.payload().isObject()) {
            throw new BadInput("payload", null, "must be an object that says what to change");
        }
        Proposal made = approvals.propose(new Approvals.Ask(dealId, asked.kind(), asked.payload(), asked.reason(), asked.reference(), asked.baseVersion(), key), person());
        return made(made);
    }

    @GET
    @PermissionsAllowed("read-all")
    @Path("api/v1/approvals/{proposal}")
    @Operation(summary = "A proposal", description = "With what was asked for, and every lender's figures before and after.")
    public ProposalJson proposal(@PathParam("proposal") UUID id) {
        return reader.json(id);
    }

    @POST
    @PermissionsAllowed("decide")
    @FreshProof
    @Path("api/v1/approvals/{proposal}/approve")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Approve another person's proposal", description = "Applies it and recomputes every figure, in one transaction. 403 with prove: the last proof of who the caller is was too "
            + "long ago; prove it there and send this again. 409: one's own proposal, one already "
            + "decided, or one whose ground has changed; details tell what changed.")
    public ProposalJson approve(@PathParam("proposal") UUID id, Decision decision) {
        reader.require(Right.DECIDE, id);
        approvals.approve(id, person(), comment(decision));
        return reader.json(id);
    }

    @POST
    @PermissionsAllowed("decide")
    @FreshProof
    @Path("api/v1/approvals/{proposal}/reject")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Reject another person's proposal", description = "403 with prove: the last proof of who the caller is was too long ago.")
    public ProposalJson reject(@PathParam("proposal") UUID id, Decision decision) {
        reader.require(Right.DECIDE, id);
        approvals.reject(id, person(), comment(decision));
        return reader.json(id);
    }

    @POST
    @PermissionsAllowed("propose")
    @Path("api/v1/approvals/{proposal}/withdraw")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Withdraw one's own proposal")
    public ProposalJson withdraw(@PathParam("proposal") UUID id, Decision decision) {
        reader.require(Right.PROPOSE, id);
        approvals.withdraw(id, person(), comment(decision));
        return reader.json(id);
    }

    @POST
    @PermissionsAllowed("propose")
    @Path("api/v1/approvals/{proposal}/rebase")
    @Operation(summary = "Propose again on the deal as it stands", description = "A proposal whose ground has changed becomes a new one of the caller's, previewed anew, and is "
            + "withdrawn; the answer is the new one, with what is different now. 409: it can still be approved, is decided, or a rule stands against it; 422: it cannot be "
            + "done on the deal as it stands. Then nothing is saved.")
    public Response rebase(@PathParam("proposal") UUID id) {
        reader.require(Right.PROPOSE, id);
        return made(rebasing.rebase(id, person()));
    }

    @POST
    @PermissionsAllowed("propose")
    @Path("api/v1/approvals/combine")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Make one proposal of several", description = "One's own open proposals of one deal become the changes of one bundle, in the order they were made, and are "
            + "withdrawn. What stands against one of them is named by its place (changes[1].on); then nothing is saved.")
    public Response combine(Combined combined) {
        List<UUID> ids = combined == null || combined.proposals() == null ? List.of() : combined.proposals();
        ids.forEach(id -> reader.require(Right.PROPOSE, id));
        return made(combining.combine(ids, person()));
    }

    private Response made(Proposal made) {
        return Response.created(URI.create("/api/v1/approvals/" + made.id())).entity(reader.json(made.id())).build();
    }

    private static String comment(Decision decision) {
        return decision == null ? "" : decision.comment();
    }
}
