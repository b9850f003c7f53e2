package org.prorata.identity;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Asks and accepts, as two administrators do with their programs. */
public final class TwoAdministrators {

    private TwoAdministrators() {
    }

    static Map<String, String> grant(String role, String deal, String lender) {
        Map<String, String> grant = new HashMap<>();
        grant.put("role", role);
        grant.put("deal", deal);
        grant.put("lender", lender);
        return grant;
    }

    static Response asks(Visitor by, UUID whom, String role, String deal, String lender) {
        return by.sends().contentType(ContentType.JSON).body(grant(role, deal, lender)).post("/api/v1/users/" + whom + "/grants");
    }

    /** The number of the request that was made. */
    static String asked(Visitor by, UUID whom, String role, String deal, String lender) {
        return asks(by, whom, role, deal, lender).then().statusCode(200).extract().path("requests[-1].id");
    }

    static Response decides(Visitor by, String request, String verb, String comment) {
        return by.sends().contentType(ContentType.JSON).body(Map.of("comment", comment)).post("/api/v1/access-requests/" + request + "/" + verb);
    }

    /** Let in again: asked by one, accepted by the other. */
    public static void letIn(Visitor one, Visitor other, Object user) {
        String request = one.sends().contentType(ContentType.JSON).body(Map.of("comment", "came back")).post("/api/v1/users/" + user + "/enable").then().statusCode(200).extract().path("requests[0].id");
        decides(other, request, "accept", "").then().statusCode(200);
    }

    /** Granted by one and accepted by the other. */
    static void grant(Visitor one, Visitor other, UUID whom, String role, String deal, String lender) {
        decides(other, asked(one, whom, role, deal, lender), "accept", "").then().statusCode(200);
    }
}
