package org.prorata.factor;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An authenticator in software, with the browser around it: makes one passkey and signs with it, and lies where a test wants it to. The bytes are those of WebAuthn, put together here and
 * not by the library that reads them.
 */
final class SoftKey {

    private static final int PRESENT = 1;
    private static final int VERIFIED = 4;
    private static final int ATTESTED = 64;
    private static final int COORDINATE = 32;

    private final KeyPair pair;
    private final byte[] id = new byte[32];
    private final ObjectMapper json = new ObjectMapper();
    private byte[] user;

    /** What the browser says of where it is, and the authenticator of what it did; a test sets what it lies about. */
    String origin;
    String host = "localhost";
    int flags = PRESENT | VERIFIED;
    long count = 1;

    SoftKey(String origin) throws GeneralSecurityException {
        this.origin = origin;
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        pair = generator.generateKeyPair();
        new SecureRandom().nextBytes(id);
    }

    /** It does not ask who holds it. */
    void withoutVerification() {
        flags = PRESENT;
    }

    /** @param options as the portal gave them */
    Map<String, Object> makes(Map<String, Object> options) throws IOException, GeneralSecurityException {
        user = Base64.getUrlDecoder().decode((String) ((Map<?, ?>) options.get("user")).get("id"));
        ECPublicKey key = (ECPublicKey) pair.getPublic();
        Map<Integer, Object> cose = new LinkedHashMap<>();
        cose.put(1, 2);
        cose.put(3, -7);
        cose.put(-1, 1);
        cose.put(-2, coordinate(key.getW().getAffineX()));
        cose.put(-3, coordinate(key.getW().getAffineY()));
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.write(head(flags | ATTESTED));
        data.write(new byte[16]);
        data.write(ByteBuffer.allocate(2).putShort((short) id.length).array());
        data.write(id);
        data.write(new CBORMapper().writeValueAsBytes(cose));
        Map<String, Object> attestation = new LinkedHashMap<>();
        attestation.put("fmt", "none");
        attestation.put("attStmt", Map.of());
        attestation.put("authData", data.toByteArray());
        return credential(Map.of("clientDataJSON", written(client("webauthn.create", options)), "attestationObject", written(new CBORMapper().writeValueAsBytes(attestation)),
                "transports", new String[] {"internal"}));
    }

    Map<String, Object> signs(Map<String, Object> options) throws IOException, GeneralSecurityException {
        byte[] client = client("webauthn.get", options);
        byte[] head = head(flags);
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.getPrivate());
        signature.update(head);
        signature.update(MessageDigest.getInstance("SHA-256").digest(client));
        return credential(Map.of("clientDataJSON", written(client), "authenticatorData", written(head), "signature", written(signature.sign()), "userHandle", written(user)));
    }

    private Map<String, Object> credential(Map<String, Object> response) {
        return Map.of("id", written(id), "rawId", written(id), "type", "public-key", "clientExtensionResults", Map.of(), "response", response);
    }

    private byte[] client(String type, Map<String, Object> options) throws IOException {
        return json.writeValueAsBytes(Map.of("type", type, "challenge", options.get("challenge"), "origin", origin, "crossOrigin", false));
    }

    private byte[] head(int with) throws GeneralSecurityException {
        byte[] place = MessageDigest.getInstance("SHA-256").digest(host.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(place.length + 1 + Integer.BYTES).put(place).put((byte) with).putInt((int) count).array();
    }

    private static byte[] coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] padded = new byte[COORDINATE];
        byte[] plain = bytes.length > COORDINATE ? Arrays.copyOfRange(bytes, bytes.length - COORDINATE, bytes.length) : bytes;
        System.arraycopy(plain, 0, padded, COORDINATE - plain.length, plain.length);
        return padded;
    }

    private static String written(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
