package org.prorata.token;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.prorata.audit.Trail;
import org.prorata.identity.GrantedDeals;
import org.prorata.identity.GrantedLenders;
import org.prorata.identity.ProgramTokens;
import org.prorata.identity.Right;
import org.prorata.identity.Token;
import org.prorata.identity.Viewer;
import org.prorata.identity.Who;
import org.prorata.web.BadInput;
import org.prorata.web.Language;
import org.prorata.web.NotThere;
import org.prorata.web.Problem;
import org.prorata.web.SafeText;

/** The tokens of the one who is signed in. */
@ApplicationScoped
class OwnTokens {

    static final int MOST_DAYS = 365;
    static final int USUAL_DAYS = 90;
    private static final int LONGEST_NAME = 100;
    private static final int MOST_REACHED = 100;
    private static final int MOST_TOKENS = 50;

    /**
     * One as it is asked for; what was left out may be null.
     *
     * @param deals   by their names in addresses
     * @param lenders as deal and handle, {@code rusoro-2010/endeavour}
     * @param days    until it expires
     */
    record Asked(String name, String scope, List<String> deals, List<String> lenders, String days) {

        Asked {
            deals = plain(deals);
            lenders = plain(lenders);
        }

        private static List<String> plain(List<String> typed) {
            return typed == null ? List.of() : typed.stream().filter(each -> each != null && !each.isBlank()).map(String::strip).distinct().toList();
        }
    }

    /** @param token shown now and never again */
    record Made(String token, ProgramTokens.Listed listed) {
    }

    private record Acting(UUID deal, UUID lender) {
    }

    @Inject
    Who who;
    @Inject
    TokenRows rows;
    @Inject
    GrantedDeals deals;
    @Inject
    GrantedLenders lenders;
    @Inject
    Trail trail;
    final TokenText text = Language.texts(TokenText.class);

    List<ProgramTokens.Listed> list() {
        return rows.of(who.viewer().userId());
    }

    /**
     * Makes a token by the session of this request. It reaches what its user's grants reach at that moment, and can name nothing else: a deal or lender of others and one that is not there are
     * refused alike.
     *
     * @throws BadInput with what is wrong in {@code name}, {@code scope}, {@code reach} and {@code days}
     */
    Made make(Asked asked) {
        Viewer viewer = who.viewer();
        TokenRows.Wanted wanted = checked(asked, viewer);
        String token = TokenMechanism.PREFIX + Token.random();
        QuarkusTransaction.requiringNew().run(() -> {
            if (rows.count(viewer.userId()) >= MOST_TOKENS) {
                throw new BadInput(null, null, text.tooMany(MOST_TOKENS));
            }
            if (!rows.make(viewer.userId(), who.session(), token, wanted)) {
                throw new BadInput("name", wanted.name(), text.nameTaken());
            }
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("token", wanted.name());
            told.put("scope", wanted.scope().word());
            told.put("deals", asked.deals());
            told.put("lenders", asked.lenders());
            told.put("days", wanted.days());
            trail.write("token.made", null, viewer.login(), told);
        });
        return new Made(token, list().stream().filter(each -> each.name().equals(wanted.name())).findFirst().orElseThrow(NotThere::new));
    }

    /** Counts with the next request; {@link NotThere} where it is another's or none. */
    @Transactional
    void revoke(UUID token) {
        rows.revoke(who.viewer().userId(), who.viewer().login(), token, "its user revoked it");
    }

    private TokenRows.Wanted checked(Asked asked, Viewer viewer) {
        List<Problem> problems = new ArrayList<>();
        String name = asked.name() == null ? "" : asked.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.codePoints().anyMatch(Character::isISOControl) || SafeText.misleads(name)) {
            problems.add(new Problem("name", asked.name(), text.wrongName(LONGEST_NAME)));
        }
        Optional<Scope> scope = Scope.known(asked.scope() == null ? "" : asked.scope().strip());
        if (scope.isEmpty()) {
            problems.add(new Problem("scope", asked.scope(), text.wrongScope()));
        }
        int days = days(asked.days(), problems);
        boolean proposes = scope.equals(Optional.of(Scope.PROPOSE));
        Set<UUID> whole = wholeDeals(asked, viewer, proposes, problems);
        Set<Acting> acting = acting(asked, viewer, problems);
        if (asked.deals().isEmpty() && asked.lenders().isEmpty()) {
            problems.add(new Problem("reach", null, text.nothingReached()));
        } else if (asked.deals().size() + asked.lenders().size() > MOST_REACHED) {
            problems.add(new Problem("reach", null, text.tooMuchReached(MOST_REACHED)));
        }
        if (proposes && !asked.lenders().isEmpty()) {
            problems.add(new Problem("scope", asked.scope(), text.lendersDoNotPropose()));
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        return new TokenRows.Wanted(name, scope.orElseThrow(), List.copyOf(whole), acting.stream().map(Acting::deal).toList(), acting.stream().map(Acting::lender).toList(), days);
    }

    private int days(String typed, List<Problem> problems) {
        String plain = typed == null || typed.isBlank() ? String.valueOf(USUAL_DAYS) : typed.strip();
        int days = plain.matches("[0-9]{1,3}") ? Integer.parseInt(plain) : 0;
        if (days < 1 || days > MOST_DAYS) {
            problems.add(new Problem("days", typed, text.wrongDays(MOST_DAYS)));
        }
        return days;
    }

    private Set<UUID> wholeDeals(Asked asked, Viewer viewer, boolean proposes, List<Problem> problems) {
        Set<UUID> whole = new LinkedHashSet<>();
        for (String slug : first(asked.deals())) {
            Optional<UUID> deal = idOf(slug).filter(id -> viewer.may(Right.READ_DEAL, id));
            if (deal.isEmpty()) {
                problems.add(new Problem("reach", slug, text.noDeal(slug)));
            } else if (proposes && !viewer.may(Right.PROPOSE, deal.get())) {
                problems.add(new Problem("scope", asked.scope(), text.notProposing(slug)));
            }
            deal.ifPresent(whole::add);
        }
        return whole;
    }

    private Set<Acting> acting(Asked asked, Viewer viewer, List<Problem> problems) {
        Set<Acting> acting = new LinkedHashSet<>();
        for (String named : first(asked.lenders())) {
            int slash = named.indexOf('/');
            Optional<UUID> deal = slash < 0 ? Optional.empty() : idOf(named.substring(0, slash)).filter(id -> !viewer.lendersOf(id).isEmpty());
            Optional<Acting> found = deal.flatMap(id -> lenders.idOf(id, named.substring(slash + 1)).filter(viewer.lendersOf(id)::contains).map(lender -> new Acting(id, lender)));
            found.ifPresentOrElse(acting::add, () -> problems.add(new Problem("reach", named, text.noLender(named))));
        }
        return acting;
    }

    /** No more than may be named is looked up, however many are. */
    private static List<String> first(List<String> names) {
        return names.subList(0, Math.min(names.size(), MOST_REACHED));
    }

    private Optional<UUID> idOf(String slug) {
        return QuarkusTransaction.requiringNew().call(() -> deals.idOf(slug));
    }
}
