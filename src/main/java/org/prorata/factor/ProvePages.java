package org.prorata.factor;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.prorata.identity.Again;
import org.prorata.identity.Proofs;
import org.prorata.web.BadInput;
import org.prorata.web.Language;
import org.prorata.web.Problem;
import org.prorata.web.Problems;
import org.prorata.web.Today;

/** The page that asks for a proof before something is done, and carries what was typed for it. */
@ApplicationScoped
class ProvePages {

    static final int UNPROCESSABLE = 422;
    private static final int FORBIDDEN = 403;
    private static final int UNAVAILABLE = 503;

    record Field(String name, String value) {
    }

    /**
     * @param action the address that was asked for
     * @param fields what was typed there
     * @param ways   with what this one can prove itself
     */
    record Asked(String action, List<Field> fields, List<String> ways) {

        public boolean byPassword() {
            return ways.contains(Proving.PASSWORD);
        }

        public boolean byApp() {
            return ways.contains(SecondFactors.TOTP);
        }

        public boolean byPasskey() {
            return ways.contains(SecondFactors.PASSKEY);
        }
    }

    @CheckedTemplate(basePath = "factor", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ProvePage(Asked asked, Problems problems) implements TemplateInstance {
    }

    @Inject
    Today today;
    final FactorText text = Language.texts(FactorText.class);

    Response.ResponseBuilder ask(int status, Asked asked, Problems problems) {
        return Response.status(status).type(MediaType.TEXT_HTML).entity(new ProvePage(asked, problems).render());
    }

    /** Asks again, saying what was wrong. */
    Response again(Asked asked, Proving.Outcome outcome) {
        return waiting(ask(status(outcome, FORBIDDEN), asked, problem(outcome, asked.byPassword())), outcome);
    }

    Problems problem(Proving.Outcome outcome, boolean byPassword) {
        return new Problems(List.of(new Problem(byPassword ? "proof-password" : "proof-code", null, words(outcome, byPassword))));
    }

    String words(Proving.Outcome outcome, boolean byPassword) {
        return switch (outcome.said()) {
            case THROTTLED -> text.throttled(Again.minute(outcome.again()));
            case BUSY -> text.busy();
            default -> byPassword ? text.wrongPassword() : text.wrongProof();
        };
    }

    int status(Proving.Outcome outcome, int whereWrong) {
        return outcome.said() == Proofs.Said.THROTTLED ? Again.TOO_MANY : outcome.said() == Proofs.Said.BUSY ? UNAVAILABLE : whereWrong;
    }

    Response waiting(Response.ResponseBuilder answer, Proving.Outcome outcome) {
        return (outcome.again() == null ? answer : answer.header(HttpHeaders.RETRY_AFTER, Again.seconds(outcome.again(), today.now()))).build();
    }

    /** The fields of a proof as the page names them. */
    static Problems named(BadInput missing) {
        return new Problems(missing.problems().stream().map(problem -> new Problem("proof-" + problem.field(), null, problem.message())).toList());
    }
}
