package org.prorata.sso;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Base64;
import java.util.List;
import org.prorata.audit.TrailActor;
import org.prorata.identity.Token;

/** Sign-ins that were sent to the provider and are to come back: each once, in the browser that began it, within ten minutes by the database's time. */
@ApplicationScoped
class Attempts {

    static final int SECONDS = 600;
    /** Of one address within that time: more than the people of a large house behind one address, fewer than would fill the table. */
    private static final int MOST_OF_AN_ADDRESS = 500;

    /**
     * One that was begun.
     *
     * @param state   goes to the provider and comes back
     * @param browser stays in the browser
     */
    record Begun(String state, String browser) {

        /** What the ID token has to name, so that one of another sign-in is none of this. */
        String nonce() {
            return Attempts.nonce(browser);
        }

        /** What is shown to the provider with the code, so that a stolen code opens nothing. */
        String verifier() {
            return Attempts.verifier(browser);
        }
    }

    private static final String SWEEP = "delete from sso_attempt where made < clock_timestamp() - interval '1 day'";
    private static final String COUNT = "select count(*) from sso_attempt where address = ? and made > clock_timestamp() - ? * interval '1 second'";
    private static final String BEGIN = "insert into sso_attempt (state_hash, browser_hash, address, leads_to) values (?, ?, ?, ?)";
    private static final String TAKE = """
            update sso_attempt set used = clock_timestamp() where state_hash = ? and browser_hash = ? and used is null and made > clock_timestamp() - ? * interval '1 second' returning leads_to""";
    private static final String WHY = """
            select case when used is not null then 'its state was used before' when browser_hash <> ? then 'it was begun in another browser' else 'it took too long' end
            from sso_attempt where state_hash = ?""";

    @Inject
    Rows rows;
    @Inject
    TrailActor actor;

    /** @throws Refusal where too many were begun from this address */
    @Transactional
    Begun begin(String leadsTo) {
        Begun begun = new Begun(Token.random(), Token.random());
        rows.run(SWEEP);
        if (Integer.parseInt(rows.run(COUNT, actor.address(), SECONDS).get(0).get(0)) >= MOST_OF_AN_ADDRESS) {
            throw new Refusal(Refusal.Told.AGAIN, "too many sign-ins were begun from this address");
        }
        rows.run(BEGIN, Token.hash(begun.state()), Token.hash(begun.browser()), actor.address(), leadsTo);
        return begun;
    }

    /**
     * Takes the one of that state; no other request can take it again.
     *
     * @return where it leads within the portal
     * @throws Refusal where there is none, it was taken before, it is another browser's, or it is too old
     */
    @Transactional(dontRollbackOn = Refusal.class)
    String take(String state, String browser) {
        List<List<String>> taken = rows.run(TAKE, Token.hash(state), Token.hash(browser), SECONDS);
        if (taken.isEmpty()) {
            List<List<String>> why = rows.run(WHY, Token.hash(browser), Token.hash(state));
            throw new Refusal(Refusal.Told.AGAIN, why.isEmpty() ? "there is no such state" : why.get(0).get(0));
        }
        return taken.get(0).get(0);
    }

    static String nonce(String browser) {
        return derived("nonce:" + browser);
    }

    static String verifier(String browser) {
        return derived("verifier:" + browser);
    }

    private static String derived(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Token.hash(text));
    }
}
