package org.prorata.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Pages and resources that answer and fail in every way, for the tests of this room only. */
@Path("/")
public class SampleResource {

    @CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Sample(String name, String amount, String unknown, String clause, Problems problems, AsOf asOf, List<Option> options) implements TemplateInstance {

        Sample(String name, String amount, Problems problems) {
            this(name, amount, null, "of the page, not of a tag", problems, new AsOf(LocalDate.of(2010, 6, 10), null),
                    List.of(new Option("a", "First <lender>"), new Option("b", "Second lender")));
        }
    }

    record Body(BigInteger amount) {
    }

    @Inject
    Today today;
    @Inject
    Frame frame;

    @GET
    @PermitAll
    @Path("sample")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance page(@QueryParam("name") String name) {
        return new Sample(name, "12", Problems.NONE);
    }

    @POST
    @PermitAll
    @Path("sample")
    @Produces(MediaType.TEXT_HTML)
    public Response save(@RestForm String amount) {
        Problems problems = new Problems(List.of(new Problem("amount", amount, "an amount such as 1,000.00")));
        return Response.status(422).entity(new Sample("again", amount, problems)).build();
    }

    @POST
    @PermitAll
    @Path("sample/upload")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.TEXT_PLAIN)
    public String upload(@RestForm FileUpload file) {
        return file.fileName() + " " + file.size();
    }

    @POST
    @PermitAll
    @OriginOnly
    @Path("sample/open")
    @Produces(MediaType.TEXT_PLAIN)
    public String open() {
        return "opened";
    }

    @GET
    @PermitAll
    @Path("{root: sample|api/v1/sample}/fail/{how}")
    public String fail(@PathParam("how") String how) {
        throw switch (how) {
            case "bad" -> new BadInput("amount", "=1+1", "an amount");
            case "refused" -> new Refused("The ground has changed.", List.of("Payment 2 was booked."));
            case "other" -> {
                frame.section("A deal of others", "/deals/others", List.of());
                yield new NotThere();
            }
            default -> new IllegalStateException("secret select * from users");
        };
    }

    @GET
    @PermitAll
    @Path("api/v1/sample/dates")
    @Produces(MediaType.APPLICATION_JSON)
    public Map<String, String> dates(@BeanParam AsOfParams params) {
        AsOf asOf = params.resolve(today, ZoneId.of("America/Vancouver"));
        return Map.of("on", asOf.on().toString(), "known", String.valueOf(asOf.known()));
    }

    @POST
    @PermitAll
    @Path("api/v1/sample")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Body json(Body body) {
        return body;
    }

    @GET
    @RolesAllowed("agent")
    @Path("{root: sample|api/v1/sample}/agents")
    public String agents() {
        return "agents";
    }

    @GET
    @PermitAll
    @Path("sample/file.csv")
    public Response file() {
        return Download.of("a \"b\"\r\n/../ü", TableFile.CSV, new Table("Sample", Map.of(), List.of(Table.Column.text("a", "", "")), List.of(List.of("=1"))));
    }
}
