package org.prorata;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.prorata.identity.Accounts;
import org.prorata.identity.Visitor;
import org.prorata.identity.Walls;
import org.prorata.register.Lender;

/** The real deal with those who work on it over HTTP: two of the agent, one of Endeavour's, all new for each test. */
@ApplicationScoped
public class Desk {

    /** @param endeavour a lender's user */
    public record Staffed(UUID id, String slug, Visitor first, Visitor second, Visitor endeavour) {

        public Response proposes(Visitor who, String key, String kind, String payload) {
            var request = who.sends().contentType("application/json");
            return (key == null ? request : request.header("Idempotency-Key", key))
                    .body("{\"kind\":\"" + kind + "\",\"payload\":" + payload + ",\"reason\":\"a test\",\"reference\":\"T-1\"}")
                    .post("/api/v1/deals/" + slug + "/proposals");
        }

        /** The id of a proposal that the first one made. */
        public String proposed(String kind, String payload) {
            Response made = proposes(first, null, kind, payload);
            made.then().statusCode(201);
            return made.path("id");
        }

        public static Response decides(Visitor who, String proposal, String verb) {
            return who.sends().contentType("application/json").body(Map.of("comment", "seen")).post("/api/v1/approvals/" + proposal + "/" + verb);
        }
    }

    @Inject SampleDeal sample;
    @Inject Accounts accounts;

    public Staffed rusoro() {
        return staffed(sample.rusoro());
    }

    /** The real deal with its file written otherwise. */
    public Staffed rusoro(UnaryOperator<String> rewritten) {
        return staffed(sample.imported(rewritten.apply(SampleDeal.rusoroText())));
    }

    /** The real deal's terms with 60 million shared by Endeavour and so many others, handles {@code fund-1} and on; everyone but Endeavour holds 1,000.00. */
    public Staffed rusoroAmong(int lenders) {
        StringBuilder names = new StringBuilder("lenders:\n  - {id: endeavour, name: Endeavour Financial Corporation, published: true, clause: lead}\n");
        StringBuilder amounts = new StringBuilder("  amounts:\n    endeavour: \"" + new BigDecimal(60_000_000 - 1_000 * (lenders - 1)).setScale(2) + "\"\n");
        for (int i = 1; i < lenders; i++) {
            names.append("  - {id: fund-").append(i).append(", name: Fund number ").append(i).append(", published: true, clause: lead}\n");
            amounts.append("    fund-").append(i).append(": \"1,000.00\"\n");
        }
        String text = SampleDeal.rusoroText();
        return staffed(sample.imported(text.substring(0, text.indexOf("\nlenders:") + 1) + names + "\n"
                + text.substring(text.indexOf("\nopening:") + 1, text.lastIndexOf("  amounts:")) + amounts));
    }

    private Staffed staffed(SampleDeal.Imported deal) {
        UUID endeavour = Walls.asPortal(() -> QuarkusTransaction.requiringNew().call(() -> Lender.of(deal.id(), null))).stream()
                .filter(lender -> lender.handle().equals("endeavour")).findFirst().orElseThrow().id();
        return new Staffed(deal.id(), deal.slug(), signedIn("First officer", accounts::grantAgent), signedIn("Second officer", accounts::grantAgent),
                signedIn("Endeavour", user -> accounts.grantLender(user, deal.id(), endeavour)));
    }

    private Visitor signedIn(String name, Consumer<UUID> grant) {
        String login = "desk-" + UUID.randomUUID();
        grant.accept(accounts.create(login, name, Visitor.PASSWORD));
        return Visitor.signsIn(login);
    }
}
