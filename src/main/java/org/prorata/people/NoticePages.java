package org.prorata.people;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.prorata.identity.OwnEmail;
import org.prorata.mail.Mailing;
import org.prorata.web.BadInput;
import org.prorata.web.Language;
import org.prorata.web.Option;
import org.prorata.web.Problems;

/** The page on which one chooses what one is told by mail. */
@Path("/")
public class NoticePages {

    /** @param value the word of the choice */
    record Line(String kind, String value) {
    }

    /** @param email null where one has no address @param mail whether the portal sends any */
    record Shown(List<Line> lines, List<Option> options, String email, boolean mail, boolean saved, Problems problems) {
    }

    @CheckedTemplate(basePath = "people", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record NoticesPage(Shown shown) implements TemplateInstance {
    }

    private static final int UNPROCESSABLE = 422;

    @Inject
    Choices choices;
    @Inject
    OwnEmail email;
    @Inject
    Mailing mailing;
    final PeopleText text = Language.texts(PeopleText.class);

    @GET
    @Authenticated
    @Path("account/notices")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance page(@RestQuery Integer saved) {
        return page(Map.of(), saved != null, Problems.NONE);
    }

    @POST
    @Authenticated
    @Path("account/notices")
    @Produces(MediaType.TEXT_HTML)
    public Response choose(MultivaluedMap<String, String> form) {
        Map<String, String> typed = new HashMap<>();
        Stream.of(NewsKind.values()).filter(kind -> form.containsKey(kind.word())).forEach(kind -> typed.put(kind.word(), form.getFirst(kind.word())));
        try {
            choices.choose(typed);
            return Response.seeOther(URI.create("/account/notices?saved=1")).build();
        } catch (BadInput wrong) {
            return Response.status(UNPROCESSABLE).entity(page(typed, false, new Problems(wrong.problems()))).build();
        }
    }

    private NoticesPage page(Map<String, String> typed, boolean saved, Problems problems) {
        List<Line> lines = choices.own().entrySet().stream().map(own -> new Line(own.getKey().word(), typed.getOrDefault(own.getKey().word(), own.getValue().word()))).toList();
        List<Option> options = Stream.of(NewsChoice.values()).map(choice -> new Option(choice.word(), text.choice(choice.word()))).toList();
        return new NoticesPage(new Shown(lines, options, email.address().orElse(null), mailing.isSetUp(), saved, problems));
    }
}
