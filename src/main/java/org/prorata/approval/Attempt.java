package org.prorata.approval;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.prorata.web.BadInput;
import org.prorata.web.Problem;
import org.prorata.web.Refused;
import org.prorata.web.TypedForm;

/**
 * What came of an attempt to propose, for a page that shows itself again with what was typed: exactly one of a proposal, problems, or a refusal; none where the form is only
 * shown again.
 *
 * @param made    null where none was
 * @param refused null where no rule stands against it
 */
public record Attempt(Proposal made, List<Problem> problems, Refused refused) {

    private static final int OK = 200;
    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;

    /** Problems of the form as it was shown, before anything was proposed. */
    public static Attempt of(List<Problem> problems, Supplier<Proposal> proposing) {
        if (TypedForm.onlyShown()) {
            return new Attempt(null, List.of(), null);
        }
        if (!problems.isEmpty()) {
            return new Attempt(null, problems, null);
        }
        try {
            return new Attempt(proposing.get(), List.of(), null);
        } catch (BadInput wrong) {
            return new Attempt(null, wrong.problems(), null);
        } catch (Refused refused) {
            return new Attempt(null, List.of(), refused);
        }
    }

    /** Leads to the proposal that was made; else the page is shown again. */
    public Response answer(Supplier<TemplateInstance> again) {
        return made != null ? Response.seeOther(URI.create("/approvals/" + made.id())).build()
                : Response.status(refused != null ? CONFLICT : problems.isEmpty() ? OK : UNPROCESSABLE).entity(again.get()).build();
    }
}
