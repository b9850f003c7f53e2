package org.prorata.factor;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.binary.Base32;
import org.prorata.identity.Visitor;

/** A telephone with an authenticator app. */
public final class Phone {

    private static final int MILLISECONDS = 1000;

    private final byte[] secret;
    private List<String> recoveryCodes = List.of();

    public Phone(String secret) {
        this.secret = new Base32().decode(secret);
    }

    /** Sets the app up for the visitor, by the code of the step before this one, so that those of this and the next are left to sign in with. */
    public static Phone setUpFor(Visitor visitor) {
        Response offer = visitor.sends().post("/api/v1/account/factors/app");
        offer.then().statusCode(200);
        Phone phone = new Phone(offer.path("secret"));
        Response confirmed = phone.confirms(visitor, phone.code(-1));
        confirmed.then().statusCode(200);
        phone.recoveryCodes = confirmed.path("recoveryCodes");
        return phone;
    }

    public Response confirms(Visitor visitor, String code) {
        return visitor.sends().contentType("application/json").body(Map.of("code", code)).post("/api/v1/account/factors/app/confirm");
    }

    /** What it shows so many steps from now. */
    public String code(int steps) {
        return Totp.USUAL.code(secret, System.currentTimeMillis() / MILLISECONDS / Totp.STEP_SECONDS + steps);
    }

    /** A code of no step near now. */
    public String wrongCode() {
        for (int other = 0;; other++) {
            String code = String.format("%06d", other);
            if (!List.of(code(-2), code(-1), code(0), code(1), code(2)).contains(code)) {
                return code;
            }
        }
    }

    public List<String> recoveryCodes() {
        return recoveryCodes;
    }
}
