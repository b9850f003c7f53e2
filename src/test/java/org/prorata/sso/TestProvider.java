package org.prorata.sso;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * An OpenID provider on this machine, over real HTTP: whoever comes is signed in there already as {@link #person}, and sent back with a code. It holds the client to what the protocol asks (its
 * secret, the same address, the code verifier, each code once); what it says itself a test can make wrong.
 */
public final class TestProvider implements AutoCloseable {

    public static final String CLIENT = "prorata-portal";
    public static final String SECRET = "the-secret-of-the-portal";

    /** @param email null: none is said */
    public record Person(String subject, String email, Boolean verified) {
    }

    private record Granted(String redirect, String challenge, String nonce, Person person, String sid) {
    }

    /** One for all providers of a run, since the portal keeps what it was told of keys. */
    private static final RSAKey FIRST = key("first");

    private final HttpServer server;
    private final String issuer;
    private final List<RSAKey> keys = new CopyOnWriteArrayList<>(List.of(FIRST));
    private final Map<String, Granted> codes = new ConcurrentHashMap<>();
    private final Map<String, Person> accesses = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<URI> signedOut = new ConcurrentLinkedQueue<>();
    private volatile Person person;
    private volatile String sid = "session-0";
    private volatile boolean thin;
    private volatile boolean down;
    private volatile Function<JWTClaimsSet, JWTClaimsSet> saying = claims -> claims;
    private volatile RSAKey signing = FIRST;

    private TestProvider(HttpServer server, String issuer) {
        this.server = server;
        this.issuer = issuer;
    }

    public static TestProvider at(String issuer) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), URI.create(issuer).getPort()), 0);
            TestProvider provider = new TestProvider(server, issuer);
            server.createContext("/", provider::answer);
            server.setExecutor(Executors.newFixedThreadPool(4));
            server.start();
            return provider;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey key(String name) {
        try {
            return new RSAKeyGenerator(2048).keyID(name).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Who is signed in at the provider; all that was made wrong is right again. */
    public TestProvider person(String subject, String email, Boolean verified) {
        person = new Person(subject, email, verified);
        sid = "session-" + UUID.randomUUID();
        saying = claims -> claims;
        signing = FIRST;
        thin = false;
        down = false;
        return this;
    }

    /** From now on ID tokens say something else. */
    void says(Function<JWTClaimsSet, JWTClaimsSet> otherwise) {
        saying = otherwise;
    }

    /** From now on ID tokens are signed by a key that is none of the provider's, under the name of its own. */
    void signsByAStrangersKey() {
        signing = key(FIRST.getKeyID());
    }

    /** From now on it signs by a new key, which it publishes beside the one before. */
    void changesItsKey() {
        RSAKey next = key(UUID.randomUUID().toString());
        keys.add(next);
        signing = next;
    }

    /** From now on ID tokens tell the subject alone, and the rest stands where more is told. */
    void tellsLittle() {
        thin = true;
    }

    void isDown() {
        down = true;
    }

    String sid() {
        return sid;
    }

    /** The requests with which browsers came to sign out. */
    public List<URI> signedOut() {
        return List.copyOf(signedOut);
    }

    /** A sign-out as the provider's server sends it, with changes. */
    String logoutToken(Function<JWTClaimsSet.Builder, JWTClaimsSet.Builder> otherwise, boolean byOwnKey) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().issuer(issuer).audience(CLIENT).issueTime(new Date()).expirationTime(Date.from(Instant.now().plusSeconds(120)))
                .jwtID(UUID.randomUUID().toString()).claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
        return signed(otherwise.apply(claims).build(), new JOSEObjectType("logout+jwt"), byOwnKey ? FIRST : key(FIRST.getKeyID()));
    }

    private static String signed(JWTClaimsSet claims, JOSEObjectType type, RSAKey by) {
        try {
            SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(by.getKeyID()).type(type).build(), claims);
            token.sign(new RSASSASigner(by));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> query = form(exchange.getRequestURI().getRawQuery());
            String path = exchange.getRequestURI().getPath();
            if (down && !path.startsWith("/.well-known")) {
                send(exchange, 503, "text/plain", "down");
                return;
            }
            switch (path) {
                case "/.well-known/openid-configuration" -> json(exchange, 200, described());
                case "/keys" -> json(exchange, 200, new JWKSet(List.copyOf(keys)).toString());
                case "/authorize" -> authorize(exchange, query);
                case "/token" -> token(exchange, form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
                case "/userinfo" -> more(exchange);
                case "/end" -> end(exchange, query);
                default -> send(exchange, 404, "text/plain", "nothing here");
            }
        }
    }

    private String described() {
        return """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token", "jwks_uri": "%1$s/keys", "userinfo_endpoint": "%1$s/userinfo",
                 "end_session_endpoint": "%1$s/end", "response_types_supported": ["code"], "subject_types_supported": ["public"], "id_token_signing_alg_values_supported": ["RS256", "HS256", "none"],
                 "token_endpoint_auth_methods_supported": ["client_secret_basic"], "code_challenge_methods_supported": ["S256"]}""".formatted(issuer);
    }

    private void authorize(HttpExchange exchange, Map<String, String> query) throws IOException {
        if (!CLIENT.equals(query.get("client_id")) || !"code".equals(query.get("response_type")) || !"S256".equals(query.get("code_challenge_method")) || query.get("state") == null || query.get("nonce") == null) {
            send(exchange, 400, "text/plain", "not a request of the portal's");
            return;
        }
        String code = UUID.randomUUID().toString();
        codes.put(code, new Granted(query.get("redirect_uri"), query.get("code_challenge"), query.get("nonce"), person, sid));
        redirect(exchange, query.get("redirect_uri") + "?code=" + code + "&state=" + encoded(query.get("state")));
    }

    private void token(HttpExchange exchange, Map<String, String> body) throws IOException {
        String basic = "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        if (!basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            json(exchange, 401, "{\"error\": \"invalid_client\"}");
            return;
        }
        Granted granted = codes.remove(body.getOrDefault("code", ""));
        if (granted == null || !granted.redirect().equals(body.get("redirect_uri")) || !granted.challenge().equals(hashed(body.getOrDefault("code_verifier", "")))) {
            json(exchange, 400, "{\"error\": \"invalid_grant\"}");
            return;
        }
        String access = UUID.randomUUID().toString();
        accesses.put(access, granted.person());
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().issuer(issuer).audience(CLIENT).subject(granted.person().subject()).issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plusSeconds(300))).claim("nonce", granted.nonce()).claim("sid", granted.sid());
        if (!thin) {
            claims.claim("email", granted.person().email()).claim("email_verified", granted.person().verified());
        }
        json(exchange, 200, "{\"access_token\": \"" + access + "\", \"token_type\": \"Bearer\", \"expires_in\": 300, \"id_token\": \"" + signed(saying.apply(claims.build()), JOSEObjectType.JWT, signing) + "\"}");
    }

    private void more(HttpExchange exchange) throws IOException {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        Person told = header == null ? null : accesses.get(header.replace("Bearer ", ""));
        if (told == null) {
            send(exchange, 401, "text/plain", "who?");
        } else {
            json(exchange, 200, "{\"sub\": \"" + told.subject() + "\", \"email\": \"" + told.email() + "\", \"email_verified\": " + told.verified() + "}");
        }
    }

    private void end(HttpExchange exchange, Map<String, String> query) throws IOException {
        signedOut.add(exchange.getRequestURI());
        redirect(exchange, query.get("post_logout_redirect_uri"));
    }

    private static String hashed(String verifier) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, String> form(String text) {
        Map<String, String> form = new TreeMap<>();
        for (String pair : new ArrayList<>(List.of(text == null || text.isEmpty() ? new String[0] : text.split("&")))) {
            int equals = pair.indexOf('=');
            form.put(URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return form;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(302, -1);
    }

    private static void json(HttpExchange exchange, int status, String body) throws IOException {
        send(exchange, status, "application/json", body);
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
