package org.prorata.deal;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.prorata.web.Language;

/** Answers programs with everything that is wrong with a file: 422. The import page shows it itself. */
@Singleton
public class TermSheetFailures {

    @Schema(name = "SheetProblem")
    public record Line(@Schema(description = "From 1", examples = "42") int line,
            @Schema(examples = "\"tranches[2].repayments\"") String field,
            @Schema(description = "What stands there", examples = "\"12,500.001\"") String value,
            @Schema(description = "What would be right") String message) {
    }

    @Schema(name = "BadTermSheet")
    public record Answer(String error, List<Line> problems) {
    }

    final DealText text = Language.texts(DealText.class);

    @ServerExceptionMapper
    public Response badTermSheet(BadTermSheet bad) {
        return Response.status(422).type(MediaType.APPLICATION_JSON_TYPE).entity(new Answer(text.badTermSheet(),
                bad.problems().stream().map(p -> new Line(p.line(), p.field(), p.found(), p.right())).toList())).build();
    }
}
