package org.prorata.factor;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.apache.commons.codec.binary.Base32;
import org.prorata.identity.Person;
import org.prorata.identity.Rows;
import org.prorata.web.BadInput;
import org.prorata.web.Language;
import org.prorata.web.NotThere;
import org.prorata.web.Refused;

/**
 * Authenticator apps: codes of six digits that change every thirty seconds by the database's clock. The step before and the one after are taken too, since clocks differ; each code once, and
 * none of a step before one already taken, whatever node it is brought to.
 */
@ApplicationScoped
class Authenticators {

    private static final int SECRET_BYTES = 20;
    private static final int STEPS_AROUND = 1;
    private static final String ISSUER = "Prorata";

    private static final String OFFER = """
            insert into totp_offer (session_id, secret) values (?, ?)""";
    private static final String WITHDRAW = "delete from totp_offer where session_id = ? or made < clock_timestamp() - interval '1 hour'";
    private static final String OFFERED = "select secret from totp_offer where session_id = ? and made > clock_timestamp() - interval '1 hour'";
    private static final String KEEP = "insert into totp (factor_id, secret, last_step) values (?, ?, ?)";
    private static final String OF = """
            select t.factor_id, t.secret, t.last_step from totp t join second_factor f on f.id = t.factor_id where f.user_id = ? for update of t""";
    private static final String TAKEN = "update totp set last_step = ? where factor_id = ?";
    private static final String NOW = "select floor(extract(epoch from clock_timestamp()) / ?)::bigint as step";

    private final SecureRandom random = new SecureRandom();

    @Inject
    Rows rows;
    @Inject
    Secrets secrets;
    @Inject
    SecondFactors factors;
    final FactorText text = Language.texts(FactorText.class);

    /** A secret that is offered. @param secret in base 32, as it is typed into an app @param uri the same for a picture */
    record Offer(String secret, String uri) {
    }

    private record Kept(UUID factor, byte[] secret, long lastStep) {
    }

    /** Whether one can be set up at all: the portal has a key to keep its secret with. */
    boolean possible() {
        return secrets.canKeep();
    }

    /** Offers the session a new secret, in place of one it was offered before. {@link Refused} without a key, and where the user has an app already. */
    @Transactional
    void offer(Person person) {
        if (!possible()) {
            throw new Refused(text.noKey());
        }
        refuseSecond(person);
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        rows.update(WITHDRAW, person.session());
        rows.update(OFFER, person.session(), secrets.seal(person.user(), secret));
    }

    private void refuseSecond(Person person) {
        if (factors.of(person.user()).stream().anyMatch(factor -> factor.kind().equals(SecondFactors.TOTP))) {
            throw new Refused(text.hasAuthenticator());
        }
    }

    /** What the session was offered within the last hour; empty where it was nothing. */
    Optional<Offer> offered(Person person) {
        return secret(person).map(secret -> {
            String typed = new Base32().encodeToString(secret);
            return new Offer(typed, "otpauth://totp/" + ISSUER + ":" + URLEncoder.encode(person.login(), StandardCharsets.UTF_8) + "?secret=" + typed + "&issuer=" + ISSUER
                    + "&algorithm=SHA1&digits=" + Totp.USUAL.digits() + "&period=" + Totp.STEP_SECONDS);
        });
    }

    private Optional<byte[]> secret(Person person) {
        return rows.find(OFFERED, row -> row.getBytes("secret"), person.session()).stream().findFirst().flatMap(sealed -> secrets.open(person.user(), sealed));
    }

    /**
     * Takes the offered secret as the user's, shown by a right code that the app works. That code is used by it.
     *
     * @throws BadInput in {@code code}, where it is not right
     * @throws NotThere where nothing was offered
     */
    SecondFactors.Added confirm(Person person, String code, String typedName) {
        String name = factors.name(typedName == null || typedName.isBlank() ? text.authenticator() : typedName, "name");
        return QuarkusTransaction.requiringNew().call(() -> {
            byte[] secret = secret(person).orElseThrow(NotThere::new);
            OptionalLong step = step(secret, plain(code), Long.MIN_VALUE);
            if (step.isEmpty()) {
                throw new BadInput("code", null, text.wrongFirstCode());
            }
            refuseSecond(person);
            SecondFactors.Added added = factors.add(person, SecondFactors.TOTP, name);
            rows.update(KEEP, added.factor(), secrets.seal(person.user(), secret), step.getAsLong());
            rows.update(WITHDRAW, person.session());
            return added;
        });
    }

    /** Whether it is a code of the user's app that was not taken before; it is from now on. Outside a transaction. */
    boolean takes(UUID user, String code) {
        return QuarkusTransaction.requiringNew().call(() -> {
            for (Kept kept : rows.find(OF, row -> new Kept(row.getObject("factor_id", UUID.class), row.getBytes("secret"), row.getLong("last_step")), user)) {
                Optional<byte[]> secret = secrets.open(user, kept.secret());
                if (secret.isEmpty()) {
                    Log.error("An authenticator app's secret cannot be read: it was kept under another prorata.secrets.key than the portal has now.");
                    return false;
                }
                OptionalLong step = step(secret.get(), plain(code), kept.lastStep());
                if (step.isPresent()) {
                    rows.update(TAKEN, step.getAsLong(), kept.factor());
                    factors.used(kept.factor());
                    return true;
                }
            }
            return false;
        });
    }

    /** The step whose code it is; all are looked at, so that the time tells nothing. */
    private OptionalLong step(byte[] secret, String code, long after) {
        long now = rows.find(NOW, row -> row.getLong("step"), Totp.STEP_SECONDS).get(0);
        OptionalLong found = OptionalLong.empty();
        for (long step = now - STEPS_AROUND; step <= now + STEPS_AROUND; step++) {
            boolean same = MessageDigest.isEqual(Totp.USUAL.code(secret, step).getBytes(StandardCharsets.US_ASCII), code.getBytes(StandardCharsets.UTF_8));
            found = same && step > after ? OptionalLong.of(step) : found;
        }
        return found;
    }

    static String plain(String code) {
        return code == null ? "" : code.replaceAll("[\\s-]", "");
    }
}
