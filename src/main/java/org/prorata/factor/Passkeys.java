package org.prorata.factor;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.prorata.audit.Trail;
import org.prorata.identity.Person;
import org.prorata.identity.Rows;
import org.prorata.web.BadInput;
import org.prorata.web.Language;
import org.prorata.web.Refused;

/**
 * Passkeys (WebAuthn). The authenticator has to verify its user, by a finger, a face or a number, so that a passkey alone is more than a password. A signature counts once, for the
 * challenge that was issued to that browser or session, from the portal's own address, and with a counter that has grown where the authenticator counts. What is refused stands in the
 * trail and changes nothing.
 */
@ApplicationScoped
class Passkeys {

    private static final int MILLISECONDS = 1000;
    private static final String PORTAL = "Prorata";
    private static final List<PublicKeyCredentialParameters> ALGORITHMS = Stream.of(COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256)
            .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm)).toList();

    private static final String OF = "select credential_id from passkey p join second_factor f on f.id = p.factor_id where f.user_id = ?";
    private static final String KEEP = """
            insert into passkey (factor_id, credential_id, public_key, sign_count, backup_able, backed_up) values (?, ?, ?, ?, ?, ?) on conflict (credential_id) do nothing""";
    private static final String BY_CREDENTIAL = """
            select p.factor_id, f.user_id, u.login, p.public_key, p.sign_count, p.backup_able, p.backed_up
            from passkey p join second_factor f on f.id = p.factor_id join portal_user u on u.id = f.user_id where p.credential_id = ? and not u.disabled for update of p""";
    private static final String SIGNED = "update passkey set sign_count = ?, backed_up = ? where factor_id = ?";

    private final ObjectConverter converter = new ObjectConverter();
    private final AttestedCredentialDataConverter keys = new AttestedCredentialDataConverter(converter);
    /** Takes a passkey from whoever makes it: who that is says nothing of who owns it, and browsers do not tell. */
    private final WebAuthnManager webauthn = WebAuthnManager.createNonStrictWebAuthnManager(converter);

    @Inject
    Rows rows;
    @Inject
    Challenges challenges;
    @Inject
    SecondFactors factors;
    @Inject
    Site site;
    @Inject
    Trail trail;
    final FactorText text = Language.texts(FactorText.class);

    private record Kept(UUID factor, UUID user, String login, byte[] key, long count, boolean backupAble, boolean backedUp) {
    }

    /** Not taken. @param subject whom it names @param because for the trail */
    private static final class NotTaken extends RuntimeException {

        private final String subject;

        NotTaken(String subject, String because) {
            super(because, null, false, false);
            this.subject = subject;
        }
    }

    /** Whether the request came in under the address that passkeys are for. */
    boolean possible(RoutingContext request) {
        return site.place(request).isPresent();
    }

    private Site.Place place(RoutingContext request) {
        return site.place(request).orElseThrow(() -> new Refused(text.noAddress()));
    }

    /** For a new passkey of the user's. */
    PasskeyOptions.Creation creation(Person person, RoutingContext request) {
        Site.Place place = place(request);
        return new PasskeyOptions.Creation(new PasskeyOptions.Party(place.host(), PORTAL), new PasskeyOptions.User(written(handle(person.user())), person.login(), person.name()),
                challenges.issue(Challenges.Purpose.REGISTER, person.session().toString()),
                ALGORITHMS.stream().map(each -> new PasskeyOptions.Algorithm(PasskeyOptions.PUBLIC_KEY, each.getAlg().getValue())).toList(),
                Challenges.SECONDS * MILLISECONDS, "none", new PasskeyOptions.Selection(PasskeyOptions.REQUIRED, true, PasskeyOptions.REQUIRED), credentials(person.user()));
    }

    /** For a proof by one of the user's. */
    PasskeyOptions.Request request(Person person, RoutingContext request) {
        return request(place(request), Challenges.Purpose.PROVE, person.session().toString(), credentials(person.user()));
    }

    /** For a sign-in by whoever has one. @param browser what only the asked browser has */
    PasskeyOptions.Request request(String browser, RoutingContext request) {
        return request(place(request), Challenges.Purpose.SIGN_IN, browser, List.of());
    }

    private PasskeyOptions.Request request(Site.Place place, Challenges.Purpose purpose, String bound, List<PasskeyOptions.Credential> allowed) {
        return new PasskeyOptions.Request(challenges.issue(purpose, bound), place.host(), Challenges.SECONDS * MILLISECONDS, PasskeyOptions.REQUIRED, allowed);
    }

    private List<PasskeyOptions.Credential> credentials(UUID user) {
        return rows.find(OF, row -> new PasskeyOptions.Credential(PasskeyOptions.PUBLIC_KEY, written(row.getBytes("credential_id"))), user);
    }

    /**
     * Takes a new passkey. Outside a transaction.
     *
     * @param credential as the browser made it, in WebAuthn's JSON
     * @throws BadInput in {@code name}, or in {@code credential} where it is not taken
     */
    SecondFactors.Added register(Person person, String typedName, String credential, RoutingContext request) {
        String name = factors.name(typedName, "name");
        try {
            RegistrationData made = read(() -> webauthn.parseRegistrationResponseJSON(credential));
            byte[] challenge = challenge(made.getCollectedClientData() == null ? null : made.getCollectedClientData().getChallenge());
            take(challenge, Challenges.Purpose.REGISTER, person.session().toString(), person.login());
            verified(person.login(), () -> webauthn.verify(made, new RegistrationParameters(expected(request, challenge), ALGORITHMS, true, true)));
            return keep(person, name, made.getAttestationObject().getAuthenticatorData());
        } catch (NotTaken refused) {
            throw new BadInput("credential", null, told(refused, "register"));
        }
    }

    private SecondFactors.Added keep(Person person, String name, AuthenticatorData<?> made) {
        AttestedCredentialData key = made.getAttestedCredentialData();
        return QuarkusTransaction.requiringNew().call(() -> {
            SecondFactors.Added added = factors.add(person, SecondFactors.PASSKEY, name);
            if (rows.update(KEEP, added.factor(), key.getCredentialId(), keys.convert(key), made.getSignCount(), made.isFlagBE(), made.isFlagBS()) == 0) {
                throw new NotTaken(person.login(), "it is registered already");
            }
            return added;
        });
    }

    /** Whether it is a proof by one of the user's passkeys, for this session. Outside a transaction. */
    boolean proves(Person person, String credential, RoutingContext request) {
        try {
            signed(credential, Challenges.Purpose.PROVE, person.session().toString(), person.user(), request);
            return true;
        } catch (NotTaken refused) {
            told(refused, "prove");
            return false;
        }
    }

    /** Whose passkey signed for a sign-in from this browser; empty where it is not taken. Outside a transaction. */
    Optional<UUID> signsIn(String credential, String browser, RoutingContext request) {
        try {
            return Optional.of(signed(credential, Challenges.Purpose.SIGN_IN, browser, null, request));
        } catch (NotTaken refused) {
            told(refused, "sign in");
            return Optional.empty();
        }
    }

    /** @param only the user whose passkey it has to be; null: anybody's, who is named by the passkey itself */
    private UUID signed(String credential, Challenges.Purpose purpose, String bound, UUID only, RoutingContext request) {
        AuthenticationData made = read(() -> webauthn.parseAuthenticationResponseJSON(credential));
        byte[] challenge = challenge(made.getCollectedClientData() == null ? null : made.getCollectedClientData().getChallenge());
        take(challenge, purpose, bound, "a passkey");
        return QuarkusTransaction.requiringNew().call(() -> {
            Kept kept = rows.find(BY_CREDENTIAL, row -> new Kept(row.getObject("factor_id", UUID.class), row.getObject("user_id", UUID.class), row.getString("login"),
                    row.getBytes("public_key"), row.getLong("sign_count"), row.getBoolean("backup_able"), row.getBoolean("backed_up")), made.getCredentialId()).stream().findFirst()
                    .orElseThrow(() -> new NotTaken("a passkey", "no user who may sign in has it"));
            byte[] named = made.getUserHandle();
            if (only != null && !only.equals(kept.user()) || named == null && only == null || named != null && !Arrays.equals(named, handle(kept.user()))) {
                throw new NotTaken(kept.login(), "it is another user's");
            }
            CredentialRecordImpl record = new CredentialRecordImpl(new NoneAttestationStatement(), true, kept.backupAble(), kept.backedUp(), kept.count(), keys.convert(kept.key()), null,
                    null, null, null);
            verified(kept.login(), () -> webauthn.verify(made, new AuthenticationParameters(expected(request, challenge), record, null, true, true)));
            rows.update(SIGNED, made.getAuthenticatorData().getSignCount(), made.getAuthenticatorData().isFlagBS(), kept.factor());
            factors.used(kept.factor());
            return kept.user();
        });
    }

    private void take(byte[] challenge, Challenges.Purpose purpose, String bound, String subject) {
        if (!challenges.take(challenge, purpose, bound)) {
            throw new NotTaken(subject, "its challenge was not issued to this browser, is too old, or was used");
        }
    }

    private ServerProperty expected(RoutingContext request, byte[] challenge) {
        Site.Place place = place(request);
        return new ServerProperty(new Origin(place.origin()), place.host(), new DefaultChallenge(challenge));
    }

    private static byte[] challenge(com.webauthn4j.data.client.challenge.Challenge of) {
        if (of == null) {
            throw new NotTaken("a passkey", "it cannot be read");
        }
        return of.getValue();
    }

    private interface Reading<T> {
        T read();
    }

    /** Whatever is sent by whomever: what cannot be read is not taken, however it fails. */
    private static <T> T read(Reading<T> reading) {
        try {
            T made = reading.read();
            if (made != null) {
                return made;
            }
        } catch (WebAuthnException | IllegalArgumentException | NullPointerException unreadable) {
            throw new NotTaken("a passkey", "it cannot be read");
        }
        throw new NotTaken("a passkey", "it cannot be read");
    }

    /** The library's own word for what is wrong: the name of its exception, such as BadOrigin. */
    private static void verified(String login, Runnable verifying) {
        try {
            verifying.run();
        } catch (WebAuthnException | IllegalArgumentException | NullPointerException wrong) {
            throw new NotTaken(login, wrong.getClass().getSimpleName().replace("Exception", ""));
        }
    }

    private String told(NotTaken refused, String to) {
        trail.writeApart("passkey.refused", null, refused.subject, Map.of("to", to, "because", refused.getMessage()));
        return text.passkeyRefused();
    }

    private static byte[] handle(UUID user) {
        return ByteBuffer.allocate(2 * Long.BYTES).putLong(user.getMostSignificantBits()).putLong(user.getLeastSignificantBits()).array();
    }

    private static String written(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
