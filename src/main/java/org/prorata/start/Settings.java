package org.prorata.start;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.prorata.web.PortalAddress;

/**
 * The configuration as it stands before Quarkus runs: system properties, environment, {@code .env},
 * {@code config/application.properties} and the portal's own. Read apart from Quarkus's own configuration, which must
 * not be made before the address of the database is known.
 */
final class Settings {

    static final String URL = "quarkus.datasource.jdbc.url";
    static final String PORTAL_NAME = "quarkus.datasource.username";
    static final String PORTAL_PASSWORD = "quarkus.datasource.password";
    static final String OWNER_NAME = "quarkus.flyway.username";
    static final String OWNER_PASSWORD = "quarkus.flyway.password";

    static final String ADDRESS = "prorata.address";
    static final String MAIL_HOST = "prorata.mail.host";
    static final String MAIL_FROM = "prorata.mail.from";
    static final String ISSUER = "prorata.sso.issuer";
    static final String CLIENT_ID = "prorata.sso.client-id";
    static final String CLIENT_SECRET = "prorata.sso.client-secret";
    static final String AUDIT_FOLDER = "prorata.audit.folder";
    static final String SECRETS_KEY = "prorata.secrets.key";
    private static final Duration SHORTEST = Duration.ofMinutes(2);
    private static final String REQUIRED = "prorata.second-factor.required";
    private static final String MANAGEMENT_HOST = "quarkus.management.host";

    private static final List<String> OUTSIDE = List.of(URL, PORTAL_NAME, PORTAL_PASSWORD, OWNER_NAME, OWNER_PASSWORD);

    private final SmallRyeConfig config;

    Settings(SmallRyeConfig config) {
        this.config = config;
    }

    static Settings read() {
        return new Settings(ConfigUtils.configBuilder().build());
    }

    private Optional<String> text(String key) {
        return config.getOptionalValue(key, String.class).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** The folder of the embedded database. */
    Path dataFolder() {
        return Path.of(text("prorata.data").orElse("data"));
    }

    /** Where the heads of the trail's chains are written; empty if nothing was said. */
    Optional<String> auditFolder() {
        return text(AUDIT_FOLDER);
    }

    /**
     * The key that secrets are kept with; empty if none is given.
     *
     * @throws CannotStart unless it is of 64 hexadecimal digits; it is not said again
     */
    Optional<String> secretsKey() {
        Optional<String> key = text(SECRETS_KEY);
        if (key.isPresent() && !key.get().matches("[0-9A-Fa-f]{64}")) {
            throw new CannotStart(variable(SECRETS_KEY) + " has to be of 64 hexadecimal digits, such as `openssl rand -hex 32` makes.");
        }
        return key;
    }

    /**
     * Looks at whom the portal asks for a second factor.
     *
     * @param key whether there is a key that secrets are kept with
     * @throws CannotStart where it is none, agent or all, or somebody is asked and could set up no authenticator app
     */
    void checkSecondFactor(boolean key) {
        String required = text(REQUIRED).orElse("none");
        if (!required.matches("none|agent|all")) {
            throw new CannotStart(variable(REQUIRED) + " is '" + required + "': set it to none, agent or all.");
        }
        if (!required.equals("none") && !key) {
            throw new CannotStart(variable(REQUIRED) + " is '" + required + "' and nobody could set up an authenticator app: set also " + variable(SECRETS_KEY) + ".");
        }
    }

    /**
     * The five settings of a database server that is already there; empty if none of them is given.
     *
     * @throws CannotStart if some are given and some are not: guessing what was meant could open the wrong database
     */
    Optional<Map<String, String>> outsideDatabase() {
        Map<String, String> given = new TreeMap<>();
        OUTSIDE.forEach(key -> text(key).ifPresent(value -> given.put(key, value)));
        if (given.isEmpty()) {
            return Optional.empty();
        }
        List<String> missing = OUTSIDE.stream().filter(key -> !given.containsKey(key)).map(Settings::variable).toList();
        if (!missing.isEmpty()) {
            throw new CannotStart("To use your own PostgreSQL set also " + String.join(" and ", missing) + "; to use the portal's own, unset "
                    + String.join(" and ", given.keySet().stream().map(Settings::variable).toList()) + ".");
        }
        return Optional.of(given);
    }

    /** Whether the demonstration was asked for or declined; empty if nothing was said. */
    Optional<Boolean> demo() {
        return text("prorata.demo").map(said -> switch (said) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new CannotStart("PRORATA_DEMO is '" + said + "': set it to true or false, or not at all.");
        });
    }

    /**
     * Looks at how long sessions and proofs last.
     *
     * @throws CannotStart where one is no duration, or too short: a session's use is noted once a minute, so it would end under one's hands
     */
    void checkSessions() {
        for (String key : List.of("prorata.session.idle", "prorata.session.absolute", "prorata.proof.lasts")) {
            text(key).ifPresent(said -> {
                try {
                    if (Duration.parse(said).compareTo(SHORTEST) < 0) {
                        throw new CannotStart(variable(key) + " is '" + said + "': it has to be PT2M (two minutes) or longer.");
                    }
                } catch (DateTimeParseException wrong) {
                    throw new CannotStart(variable(key) + " is '" + said + "': set it to a duration such as PT30M (thirty minutes) or PT12H (twelve hours).");
                }
            });
        }
    }

    /**
     * Looks at what mail is sent by, and at the address its links lead to.
     *
     * @throws CannotStart where a part is missing that the others need, or cannot be what it says: mail that is lost would be noticed late
     */
    void checkMail() {
        Optional<String> address = text(ADDRESS);
        address.flatMap(PortalAddress::fault).ifPresent(right -> {
            throw new CannotStart(variable(ADDRESS) + " is '" + address.get() + "': " + right + ".");
        });
        List<String> needed = List.of(MAIL_HOST, MAIL_FROM, ADDRESS);
        List<String> missing = needed.stream().filter(key -> text(key).isEmpty()).map(Settings::variable).toList();
        if (!missing.isEmpty() && (text(MAIL_HOST).isPresent() || text(MAIL_FROM).isPresent())) {
            throw new CannotStart("To send mail set also " + String.join(" and ", missing) + "; to send none, unset " + variable(MAIL_HOST) + " and " + variable(MAIL_FROM) + ".");
        }
        String tls = text("prorata.mail.tls").orElse("starttls");
        if (!tls.matches("starttls|implicit|none")) {
            throw new CannotStart("PRORATA_MAIL_TLS is '" + tls + "': set it to starttls, implicit or none.");
        }
        port("prorata.mail.port", 587);
    }

    /**
     * Looks at what single sign-on needs.
     *
     * @throws CannotStart where a part is missing that the others need, or cannot be what it says: nobody could sign in by it
     */
    void checkSingleSignOn() {
        List<String> needed = List.of(ISSUER, CLIENT_ID, CLIENT_SECRET, ADDRESS);
        List<String> missing = needed.stream().filter(key -> text(key).isEmpty()).map(Settings::variable).toList();
        List<String> said = needed.stream().filter(key -> !key.equals(ADDRESS) && text(key).isPresent()).map(Settings::variable).toList();
        if (said.isEmpty()) {
            return;
        }
        if (!missing.isEmpty()) {
            throw new CannotStart("For single sign-on set also " + String.join(" and ", missing) + "; for none, unset " + String.join(" and ", said) + ".");
        }
        mustBe(ISSUER, "https://[^\\s?#]+|http://(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?(/[^\\s?#]*)?", "the provider's https:// address, as it calls itself");
        text(ADDRESS).flatMap(PortalAddress::fault).ifPresent(right -> {
            throw new CannotStart(variable(ADDRESS) + " is '" + text(ADDRESS).orElseThrow() + "': " + right + ".");
        });
        mustBe("prorata.sso.second-factor", "true|false", "true or false");
    }

    private void mustBe(String key, String pattern, String right) {
        text(key).filter(value -> !value.matches(pattern)).ifPresent(value -> {
            throw new CannotStart(variable(key) + " is '" + value + "': set it to " + right + ".");
        });
    }

    String host() {
        return text("quarkus.http.host").orElse("localhost");
    }

    int port() {
        return port("quarkus.http.port", 8080);
    }

    /** @throws CannotStart unless it is a loopback address: health is told to whoever asks there (rule S8) */
    String managementHost() {
        String host = text(MANAGEMENT_HOST).orElse("127.0.0.1");
        if (!host.matches("localhost|127(\\.\\d{1,3}){3}|\\[?(::1|0:0:0:0:0:0:0:1)]?")) {
            throw new CannotStart(variable(MANAGEMENT_HOST) + " is '" + host + "': health is told to whoever asks there, so set it to a loopback address, such as 127.0.0.1.");
        }
        return host;
    }

    int managementPort() {
        return port("quarkus.management.port", 18080);
    }

    private int port(String key, int otherwise) {
        String said = text(key).orElse(String.valueOf(otherwise));
        if (!said.matches("\\d{1,5}") || Integer.parseInt(said) > 65535) {
            throw new CannotStart(variable(key) + " is '" + said + "': set it to a number from 1 to 65535.");
        }
        return Integer.parseInt(said);
    }

    /** The environment variable of a key, as MicroProfile Config maps them. */
    static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
