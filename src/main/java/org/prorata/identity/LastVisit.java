package org.prorata.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** When a user was here before: its sign-in before the present one. Within a transaction. */
@ApplicationScoped
public class LastVisit {

    @Inject Session session;

    /** Empty where this is the first. */
    public Optional<Instant> of(UUID user) {
        return session.createNativeQuery("select sign_in_before from portal_user where id = :user and sign_in_before is not null", Instant.class).setParameter("user", user)
                .getResultList().stream().findFirst();
    }
}
