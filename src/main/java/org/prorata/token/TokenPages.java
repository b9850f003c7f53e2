package org.prorata.token;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.prorata.identity.FreshProof;
import org.prorata.identity.GrantedDeals;
import org.prorata.identity.GrantedLenders;
import org.prorata.identity.Numbers;
import org.prorata.identity.ProgramTokens;
import org.prorata.identity.Right;
import org.prorata.identity.Viewer;
import org.prorata.identity.Who;
import org.prorata.web.BadInput;
import org.prorata.web.Language;
import org.prorata.web.Option;
import org.prorata.web.Problems;
import org.prorata.web.ShowsAgain;
import org.prorata.web.TypedForm;

/** The page of one's own tokens, for everybody who is signed in. */
@Path("/")
public class TokenPages {

    /** What a token may reach: a deal, or one lender in it. @param lender its name; null: the whole deal */
    record Choice(String value, String deal, String lender, boolean ticked) {
    }

    /** The form as it was typed. @param more names of deals that are not among the choices; null where all are */
    record Form(String name, String scope, List<Choice> choices, String more, String days, List<Option> scopes) {
    }

    /** @param made the token that was made by this request, in full; null where none was @param revoked whether one was just revoked */
    record Shown(List<ProgramTokens.Listed> tokens, Form form, OwnTokens.Made made, boolean revoked, Problems problems) {
    }

    /** As it was sent. @param reach the values of the choices that were ticked */
    private record Typed(String name, String scope, List<String> reach, String more, String days) {

        static final Typed NOTHING = new Typed("", Scope.READ.word(), List.of(), "", String.valueOf(OwnTokens.USUAL_DAYS));

        OwnTokens.Asked asked() {
            List<String> deals = Stream.concat(reach.stream().filter(each -> each.indexOf('/') < 0), Arrays.stream((more == null ? "" : more).split("[\\s,;]+"))).toList();
            return new OwnTokens.Asked(name, scope, deals, reach.stream().filter(each -> each.indexOf('/') >= 0).toList(), days);
        }
    }

    @CheckedTemplate(basePath = "token", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TokensPage(Shown shown) implements TemplateInstance {
    }

    private static final int UNPROCESSABLE = 422;
    private static final int SUGGESTED = 20;

    @Inject
    OwnTokens own;
    @Inject
    GrantedDeals deals;
    @Inject
    GrantedLenders lenders;
    @Inject
    Who who;
    final TokenText text = Language.texts(TokenText.class);

    @GET
    @Path("account/tokens")
    @Authenticated
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance page(@RestQuery Integer revoked) {
        return page(Typed.NOTHING, null, revoked != null, Problems.NONE);
    }

    /** Answers with the token itself: what leads elsewhere could not show it. Sent again by a reload it is refused, since there is a token of this name then. */
    @FreshProof
    @POST
    @ShowsAgain
    @Path("account/tokens")
    @Authenticated
    @Produces(MediaType.TEXT_HTML)
    public Response make(@RestForm String name, @RestForm String scope, @RestForm List<String> reach, @RestForm String more, @RestForm String days) {
        Typed typed = new Typed(name, scope, reach == null ? List.of() : reach, more, days);
        if (TypedForm.onlyShown()) {
            return Response.ok(page(typed, null, false, Problems.NONE)).build();
        }
        try {
            return Response.status(Response.Status.CREATED).entity(page(Typed.NOTHING, own.make(typed.asked()), false, Problems.NONE)).build();
        } catch (BadInput wrong) {
            return Response.status(UNPROCESSABLE).entity(page(typed, null, false, new Problems(wrong.problems()))).build();
        }
    }

    @POST
    @Path("account/tokens/{token}/revoke")
    @Authenticated
    public Response revoke(@PathParam("token") String token) {
        own.revoke(Numbers.of(token));
        return Response.seeOther(URI.create("/account/tokens?revoked=1")).build();
    }

    private TokensPage page(Typed typed, OwnTokens.Made made, boolean revoked, Problems problems) {
        Viewer viewer = who.viewer();
        Viewer.In entered = viewer.where(Right.READ_DEAL);
        List<String> slugs = QuarkusTransaction.requiringNew().call(() -> entered.all() ? deals.slugs(SUGGESTED + 1) : deals.slugsOf(entered.named()).values().stream().sorted().toList());
        boolean more = entered.all() && slugs.size() > SUGGESTED;
        List<Choice> choices = new ArrayList<>(slugs.stream().limit(more ? SUGGESTED : slugs.size()).map(slug -> new Choice(slug, slug, null, typed.reach().contains(slug))).toList());
        Set<UUID> acting = new HashSet<>(viewer.lenders().keySet());
        Map<UUID, String> names = acting.isEmpty() ? Map.of() : QuarkusTransaction.requiringNew().call(() -> deals.slugsOf(acting));
        Map<UUID, GrantedLenders.Named> named = lenders.named(viewer.lenders());
        viewer.lenders().forEach((deal, ids) -> ids.stream().filter(named::containsKey).map(named::get).forEach(lender -> {
            String value = names.get(deal) + "/" + lender.handle();
            choices.add(new Choice(value, names.get(deal), lender.name(), typed.reach().contains(value)));
        }));
        choices.sort((one, other) -> one.value().compareTo(other.value()));
        List<Option> scopes = viewer.may(Right.PROPOSE) ? List.of(new Option(Scope.READ.word(), text.read()), new Option(Scope.PROPOSE.word(), text.propose()))
                : List.of(new Option(Scope.READ.word(), text.read()));
        return new TokensPage(new Shown(own.list(), new Form(typed.name(), typed.scope(), choices, more ? typed.more() : null, typed.days(), scopes), made, revoked, problems));
    }
}
