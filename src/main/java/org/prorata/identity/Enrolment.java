package org.prorata.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether a user has to set up a second factor before it is shown anything: by the portal's rule, or by that of a deal in which it has a grant. */
@ApplicationScoped
public class Enrolment {

    /** Columns of a look-up with a row a grant {@code g} of the user {@code u}: whether it has a second factor, and whether this grant's deals ask for one. */
    public static final String COLUMNS = """
            exists (select from second_factor f where f.user_id = u.id) as has_factor,
            case when g.role is null or g.role = 'agent-administrator' then false when g.deal_id is null then exists (select from deal_second_factor)
                 else exists (select from deal_second_factor a where a.deal_id = g.deal_id) end as asks_for_factor""";

    @ConfigProperty(name = "prorata.second-factor.required", defaultValue = "none")
    Required required;

    /** @param asked whether a deal of its grants asks for one */
    public boolean awaited(boolean hasFactor, boolean asked, Set<Role> roles) {
        return !hasFactor && (asked || required.of(roles));
    }
}
