package org.prorata.sso;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.prorata.identity.Token;
import org.prorata.identity.Vouched;

/** Which sessions the provider opened: what it is told when they end, and what ends when it says so. */
@ApplicationScoped
class SsoSessions {

    private static final String KEEP = "insert into sso_session (session_id, issuer, subject, sid, id_token) select id, ?, ?, ?, ? from session where token_hash = ?";
    private static final String ID_TOKEN = "select o.id_token from sso_session o join session s on s.id = o.session_id where s.token_hash = ? and o.issuer = ?";
    private static final String SWEEP = "delete from sso_logout where received < clock_timestamp() - interval '1 day'";
    private static final String ONCE = "insert into sso_logout (jti_hash) values (?) on conflict do nothing returning 1";
    private static final String MEANT = "select session_id from sso_session where issuer = ? and (?::text is null or subject = ?) and (?::text is null or sid = ?)";

    @Inject
    Rows rows;
    @Inject
    Vouched vouched;

    @Transactional
    void keep(String session, Account account) {
        rows.run(KEEP, account.issuer(), account.subject(), account.sid(), account.idToken(), Token.hash(session));
    }

    /** Empty where the session was not opened by this provider. */
    @Transactional
    Optional<String> idToken(String session, String issuer) {
        return rows.run(ID_TOKEN, Token.hash(session), issuer).stream().findFirst().map(row -> row.get(0));
    }

    /**
     * Ends the sessions that a sign-out of the provider's means: all of the subject, or that one alone where it names one.
     *
     * @throws Refusal where it was received before
     */
    @Transactional
    void end(SignedOut signedOut) {
        rows.run(SWEEP);
        if (rows.run(ONCE, Token.hash(signedOut.issuer() + " " + signedOut.jti())).isEmpty()) {
            throw new Refusal(Refusal.Told.AGAIN, "the sign-out was received before");
        }
        rows.run(MEANT, signedOut.issuer(), signedOut.subject(), signedOut.subject(), signedOut.sid(), signedOut.sid())
                .forEach(row -> vouched.end(UUID.fromString(row.get(0)), "its provider ended it"));
    }
}
