package org.prorata.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.Session;

/** Whether made-up opening positions still stand (rule F11): until each has been reversed. A reversal carries the provenance of what it reverses. */
@ApplicationScoped
public class Illustrative {

    @Inject Session session;

    /**
     * Of the positions that the caller may see.
     *
     * @param known the instant looked at; null: now
     */
    public boolean stands(UUID dealId, Instant known) {
        return session.createNativeQuery("""
                select exists (select 1 from entry where deal_id = :deal and provenance = 'illustrative'
                   and known <= coalesce(cast(:known as timestamptz), 'infinity') group by lender_id, tranche having sum(amount) <> 0)""", Boolean.class)
                .setParameter("deal", dealId).setParameter("known", known == null ? null : known.toString()).getSingleResult();
    }
}
