package org.prorata.identity;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import org.hibernate.Session;

/** What of the portal's users waits for an administrator, in one statement. Within a transaction. */
@ApplicationScoped
public class UserCounts {

    @Inject Session session;

    /**
     * Of users that are not disabled.
     *
     * @param invited       have an invitation that they have not followed yet
     * @param cannotEnter   have neither a password nor an invitation that still counts
     * @param withoutGrant  may sign in and have nothing to see
     * @param withoutFactor have no second factor
     */
    public record Counted(int users, int invited, int cannotEnter, int withoutGrant, int withoutFactor) {
        @JsonIgnore
        public boolean nothingWaits() {
            return cannotEnter == 0 && withoutGrant == 0;
        }
    }

    public Counted count() {
        Tuple row = session.createNativeQuery("""
                select count(*) as users, count(*) filter (where u.invited) as invited, count(*) filter (where not u.enters and not u.invited) as cannot_enter,
                       count(*) filter (where not exists (select from user_grant g where g.user_id = u.id)) as without_grant,
                       count(*) filter (where not exists (select from second_factor f where f.user_id = u.id)) as without_factor
                  from (select id, password_hash is not null or exists (select from second_factor f where f.user_id = p.id) as enters,
                               exists (select from one_time_link l where l.user_id = p.id and l.purpose = 'invitation' and l.ended is null and l.expires > clock_timestamp()) as invited
                          from portal_user p where not disabled) u""", Tuple.class)
                .addScalar("users", Integer.class).addScalar("invited", Integer.class).addScalar("cannot_enter", Integer.class).addScalar("without_grant", Integer.class)
                .addScalar("without_factor", Integer.class).getSingleResult();
        return new Counted(row.get(0, Integer.class), row.get(1, Integer.class), row.get(2, Integer.class), row.get(3, Integer.class), row.get(4, Integer.class));
    }
}
