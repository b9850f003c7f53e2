package org.prorata.factor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.prorata.audit.Trail;
import org.prorata.identity.FactorsChanged;
import org.prorata.identity.Person;
import org.prorata.identity.Rows;
import org.prorata.identity.SecondFactor;
import org.prorata.web.BadInput;
import org.prorata.web.Language;
import org.prorata.web.NotThere;
import org.prorata.web.SafeText;

/** What users have beside their passwords, by name: listed, added, renamed, removed. Each change is a row of the trail. */
@ApplicationScoped
class SecondFactors implements SecondFactor {

    static final String TOTP = "totp";
    static final String PASSKEY = "passkey";
    static final String RECOVERY = "recovery";

    private static final int LONGEST_NAME = 60;

    private static final String OF = "select id, kind, name, added, last_used from second_factor where user_id = ? order by added, id";
    private static final String ADD = "insert into second_factor (id, user_id, kind, name) values (?, ?, ?, ?)";
    private static final String USED = "update second_factor set last_used = clock_timestamp() where id = ?";
    private static final String RENAME = "update second_factor set name = ? where user_id = ? and id = ?";
    private static final String REMOVE = "delete from second_factor where user_id = ? and id = ? returning kind, name";
    // What was proved by a factor that is gone is proved no more: whoever must have one sets another up.
    private static final String UNPROVED = "update session set second = false where user_id = ? and second";
    private static final String TAKE_AWAY = "delete from second_factor where user_id = ?";
    // Changes of one user's factors are made one at a time: whether one was the first or the last is seen by each.
    private static final String TURN = "select id from portal_user where id = ? for update";

    @Inject
    Rows rows;
    @Inject
    RecoveryCodes recovery;
    @Inject
    Trail trail;
    @Inject
    Event<FactorsChanged> changed;
    final FactorText text = Language.texts(FactorText.class);

    @Override
    public List<Listed> of(UUID user) {
        return rows.find(OF, row -> new Listed(row.getObject("id", UUID.class), row.getString("kind"), row.getString("name"), Rows.instant(row, "added"), Rows.instant(row, "last_used")),
                user);
    }

    @Override
    public List<String> ways(UUID user) {
        List<String> ways = new ArrayList<>(of(user).stream().map(Listed::kind).distinct().sorted().toList());
        if (!ways.isEmpty() && recovery.left(user) > 0) {
            ways.add(RECOVERY);
        }
        return ways;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public int takeAway(UUID user) {
        takeTurn(user);
        recovery.forget(user);
        return rows.update(TAKE_AWAY, user);
    }

    /** What was added. @param codes the recovery codes that were made with a user's first; empty with others */
    record Added(UUID factor, List<String> codes) {
    }

    /** Refused as {@link BadInput} in {@code name}: empty, longer than 60 characters, or with what cannot be seen. */
    String name(String typed, String field) {
        String name = typed == null ? "" : typed.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.codePoints().anyMatch(Character::isISOControl) || SafeText.misleads(name)) {
            throw new BadInput(field, typed, text.badName(LONGEST_NAME));
        }
        return name;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Added add(Person person, String kind, String name) {
        takeTurn(person.user());
        boolean first = of(person.user()).isEmpty();
        UUID factor = UUID.randomUUID();
        rows.update(ADD, factor, person.user(), kind, name);
        trail.write("factor.added", null, person.login(), Map.of("kind", kind, "name", name));
        changed.fire(new FactorsChanged(person.user(), FactorsChanged.What.ADDED));
        return new Added(factor, first ? recovery.make(person.user()) : List.of());
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void used(UUID factor) {
        rows.update(USED, factor);
    }

    /** {@link NotThere} where the user has none of that number. */
    @Transactional
    void rename(Person person, UUID factor, String typed) {
        String name = name(typed, "name");
        String before = named(person.user(), factor).orElseThrow(NotThere::new).name();
        if (rows.update(RENAME, name, person.user(), factor) == 0) {
            throw new NotThere();
        }
        trail.write("factor.renamed", null, person.login(), Map.of("before", Map.of("name", before), "after", Map.of("name", name)));
    }

    Optional<Listed> named(UUID user, UUID factor) {
        return of(user).stream().filter(listed -> listed.id().equals(factor)).findFirst();
    }

    /** With the last one the recovery codes go too. {@link NotThere} where the user has none of that number. */
    @Transactional
    void remove(Person person, UUID factor) {
        takeTurn(person.user());
        Map<String, String> removed = rows.find(REMOVE, row -> Map.of("kind", row.getString("kind"), "name", row.getString("name")), person.user(), factor).stream()
                .findFirst().orElseThrow(NotThere::new);
        if (of(person.user()).isEmpty()) {
            recovery.forget(person.user());
            rows.update(UNPROVED, person.user());
        }
        trail.write("factor.removed", null, person.login(), removed);
        changed.fire(new FactorsChanged(person.user(), FactorsChanged.What.REMOVED));
    }

    /** Makes other recovery codes; those before are void. {@link NotThere} where there is no factor that they could stand in for. */
    @Transactional
    List<String> remakeCodes(Person person) {
        takeTurn(person.user());
        if (of(person.user()).isEmpty()) {
            throw new NotThere();
        }
        List<String> codes = recovery.make(person.user());
        trail.write("factor.recovery-codes-made", null, person.login(), Map.of());
        changed.fire(new FactorsChanged(person.user(), FactorsChanged.What.RECOVERY_CODES_MADE));
        return codes;
    }

    private void takeTurn(UUID user) {
        rows.find(TURN, row -> row.getObject("id", UUID.class), user);
    }
}
