package org.prorata.factor;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** What a browser is asked with, as WebAuthn's JSON has it; bytes in Base64 for addresses. */
final class PasskeyOptions {

    static final String REQUIRED = "required";
    static final String PUBLIC_KEY = "public-key";

    private PasskeyOptions() {
    }

    record Party(String id, String name) {
    }

    /** @param id the user's number, which says nothing of who it is */
    record User(String id, String name, String displayName) {
    }

    /** @param alg a signature's kind by its number at IANA */
    record Algorithm(String type, long alg) {
    }

    record Credential(String type, String id) {
    }

    record Selection(String residentKey, boolean requireResidentKey, String userVerification) {
    }

    /** For a new passkey. @param timeout in milliseconds */
    record Creation(Party rp, User user, String challenge, List<Algorithm> pubKeyCredParams, int timeout, String attestation, Selection authenticatorSelection,
            List<Credential> excludeCredentials) {
    }

    /** For one that is there. @param allowCredentials empty: any of the place @param timeout in milliseconds */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Request(String challenge, String rpId, int timeout, String userVerification, List<Credential> allowCredentials) {
    }
}
