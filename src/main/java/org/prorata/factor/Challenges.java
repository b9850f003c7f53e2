package org.prorata.factor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Base64;
import org.prorata.audit.TrailActor;
import org.prorata.identity.Rows;
import org.prorata.identity.Token;
import org.prorata.web.Language;
import org.prorata.web.Refused;

/** What passkeys have to sign: random, once, within five minutes, for one purpose, and from the browser or session that was asked. */
@ApplicationScoped
class Challenges {

    static final int SECONDS = 300;
    private static final int BYTES = 32;
    /** Open ones of one address: an office has one address, and a stranger must not fill the table. */
    private static final int MOST = 200;

    private static final String OLD = "delete from passkey_challenge where expires < clock_timestamp()";
    private static final String OPEN = "select count(*) as open from passkey_challenge where address = ?";
    private static final String ISSUE = "insert into passkey_challenge (hash, purpose, bound, address) values (?, ?, ?, ?)";
    private static final String TAKE = "delete from passkey_challenge where hash = ? and purpose = ? and bound = ? and expires > clock_timestamp()";

    enum Purpose {

        REGISTER("register"), SIGN_IN("sign-in"), PROVE("prove");

        private final String word;

        Purpose(String word) {
            this.word = word;
        }
    }

    private final SecureRandom random = new SecureRandom();

    @Inject
    Rows rows;
    @Inject
    TrailActor actor;
    final FactorText text = Language.texts(FactorText.class);

    /** In Base64 for addresses. @param bound what only the browser or session has that is asked */
    String issue(Purpose purpose, String bound) {
        byte[] challenge = new byte[BYTES];
        random.nextBytes(challenge);
        String written = Base64.getUrlEncoder().withoutPadding().encodeToString(challenge);
        rows.update(OLD);
        if (rows.find(OPEN, row -> row.getLong("open"), actor.address()).get(0) >= MOST) {
            throw new Refused(text.tooManyChallenges());
        }
        rows.update(ISSUE, Token.hash(written), purpose.word, Token.hash(bound), actor.address());
        return written;
    }

    /** Whether it was issued for this, and not taken before; whatever comes after, it is taken now. Outside a transaction. */
    boolean take(byte[] challenge, Purpose purpose, String bound) {
        return rows.update(TAKE, Token.hash(Base64.getUrlEncoder().withoutPadding().encodeToString(challenge)), purpose.word, Token.hash(bound)) == 1;
    }
}
