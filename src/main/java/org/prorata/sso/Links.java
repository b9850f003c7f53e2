package org.prorata.sso;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.prorata.audit.Trail;
import org.prorata.sso.Refusal.Told;

/**
 * Whom an account at the provider is. It is known by its number there; only the first time it is found by its address, which the provider has to have verified, and is tied to that user from then on. So
 * an address that changes its owner at the provider takes over nobody. No user is ever made here.
 */
@ApplicationScoped
class Links {

    private static final String LINKED = "select u.id, u.login, u.disabled from sso_link l join portal_user u on u.id = l.user_id where l.issuer = ? and l.subject = ?";
    private static final String BY_ADDRESS = "select id, login, disabled from portal_user where lower(email) = lower(?)";
    private static final String LINK = "insert into sso_link (issuer, subject, user_id) values (?, ?, ?) on conflict do nothing returning 1";

    @Inject
    Rows rows;
    @Inject
    Trail trail;

    /** @throws Refusal where no user may enter by this account */
    @Transactional(dontRollbackOn = Refusal.class)
    UUID userOf(Account account) {
        List<List<String>> linked = rows.run(LINKED, account.issuer(), account.subject());
        if (!linked.isEmpty()) {
            return enabled(linked.get(0));
        }
        if (account.email() == null || !account.verified()) {
            throw new Refusal(Told.UNVERIFIED, "the provider says no verified address", account.email());
        }
        List<List<String>> found = rows.run(BY_ADDRESS, account.email());
        if (found.isEmpty()) {
            throw new Refusal(Told.NOBODY, "no user has this address", account.email());
        }
        UUID user = enabled(found.get(0));
        if (rows.run(LINK, account.issuer(), account.subject(), user).isEmpty()) {
            throw new Refusal(Told.NOBODY, "the user with this address is tied to another account of the provider", found.get(0).get(1));
        }
        trail.write("sso.linked", null, found.get(0).get(1), Map.of("issuer", account.issuer(), "subject", account.subject(), "address", account.email()));
        return user;
    }

    private static UUID enabled(List<String> user) {
        if (user.get(2).equals("t")) {
            throw new Refusal(Told.NOBODY, "the user is disabled", user.get(1));
        }
        return UUID.fromString(user.get(0));
    }
}
