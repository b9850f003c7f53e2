package org.prorata.identity;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.prorata.audit.Trail;
import org.prorata.web.BadInput;
import org.prorata.web.Language;
import org.prorata.web.NotThere;
import org.prorata.web.Refused;

/**
 * What administrators change of users: to take away works at once, to give takes another ({@link GrantRequests}). Each change is a row of the trail with what was before and
 * after; so is each that a rule refuses. Duties are parted: nobody asks anything for oneself, nor disables oneself, nor takes one's own administrator's grant. So the administrator who made the last change is still one after it, and the
 * portal is never without; changes are made one at a time, and ask again whether their maker is an administrator.
 */
@ApplicationScoped
class Users {

    /** A grant as it is typed; what is left empty may be null. @param deal its name in addresses @param lender its handle */
    record Typed(String role, String deal, String lender) {
    }

    private static final int SUGGESTED = 200;
    private static final int NAMED = 20;

    interface Change {

        /** @param before the user as it stands now that it is the change's turn */
        void make(UserView before);
    }

    @Inject
    UserReader reader;
    @Inject
    Turn turn;
    @Inject
    GrantRequests requests;
    @Inject
    LenderRules rules;
    @Inject
    Accounts accounts;
    @Inject
    Sessions sessions;
    @Inject
    ProgramTokens tokens;
    @Inject
    SecondFactor secondFactor;
    @Inject
    Event<FactorsChanged> factorsChanged;
    @Inject
    GrantedDeals deals;
    @Inject
    GrantedLenders lenders;
    @Inject
    Who who;
    @Inject
    Trail trail;
    final UsersText text = Language.texts(UsersText.class);

    /** The user can sign in no more, its sessions end, and its tokens for good. Disabling it again changes nothing. */
    void disable(Side side, UUID user) {
        change(side, user, "disable", before -> {
            if (itself(user)) {
                throw new Refused(text.notItself());
            }
            if (!before.managed()) {
                throw new Refused(text.notManaged());
            }
            if (!before.disabled()) {
                accounts.setDisabled(user, true);
                int ended = sessions.endAllBut(user, before.login(), null, "the user was disabled");
                tokens.revokeAll(user, before.login(), "the user was disabled");
                trail.write("user.disabled", null, before.login(), told(Map.of("disabled", false, "sessions", ended), Map.of("disabled", true, "sessions", 0)));
            }
        });
    }

    /**
     * Asks another administrator that the user be granted this; false where it was granted at once, as only the portal's second administrator is. Refused as {@link BadInput} where the
     * grant names what it should not, or does not name what it should, and where there is no such deal or lender.
     */
    boolean ask(UUID user, Typed typed, String reason) {
        UserView known = reader.of(Side.AGENT, user);
        Role role = Role.known(typed.role()).orElseThrow(() -> new BadInput("role", typed.role(), text.noRole()));
        UUID deal = deal(role, typed);
        if (role == Role.LENDER_ADMINISTRATOR && !rules.allows(deal)) {
            throw new BadInput("role", typed.role(), text.dealAllowsNone());
        }
        UUID lender = lender(role, deal, typed);
        GrantRequests.Wanted wanted = new GrantRequests.Wanted(role, deal, lender, new UserView.GrantView(null, role.word(), plain(typed.deal()), plain(typed.lender()), null, null).line());
        boolean[] asked = {true};
        change(known.id(), "grant " + wanted.line(), before -> asked[0] = requests.ask(Side.AGENT, before, wanted, reason));
        return asked[0];
    }

    /** Takes a grant away; {@link NotThere} where the user has none of that number. */
    void revoke(Side side, UUID user, UUID grant) {
        change(side, user, "revoke " + grant, before -> {
            UserView.GrantView taken = before.grants().stream().filter(each -> each.id().equals(grant)).findFirst().orElseThrow(NotThere::new);
            if (itself(user) && taken.role().equals((side == Side.AGENT ? Role.AGENT_ADMINISTRATOR : Role.LENDER_ADMINISTRATOR).word())) {
                throw new Refused(text.notOwnAdministrator());
            }
            if (!accounts.revoke(user, grant)) {
                throw new NotThere();
            }
            List<String> after = before.grants().stream().filter(each -> each != taken).map(UserView.GrantView::line).toList();
            trail.write("user.revoked", null, before.login(), told(Map.of("grants", lines(before)), Map.of("grants", after)));
        });
    }

    /** Takes away the second factors of one who lost them, so that its password is enough again or it sets up others; its sessions end. */
    void takeFactorsAway(UUID user) {
        change(user, "take second factors away", before -> {
            if (itself(user)) {
                throw new Refused(text.notOwnFactors());
            }
            int taken = secondFactor.takeAway(user);
            if (taken == 0) {
                throw new Refused(text.hasNoFactors());
            }
            int ended = sessions.endAllBut(user, before.login(), null, "an administrator took the second factors away");
            trail.write("user.factors-taken", null, before.login(), told(Map.of("secondFactors", taken, "sessions", ended), Map.of("secondFactors", 0, "sessions", 0)));
            factorsChanged.fire(new FactorsChanged(user, FactorsChanged.What.TAKEN_AWAY_BY_AN_ADMINISTRATOR));
        });
    }

    List<SecondFactor.Listed> factorsOf(UUID user) {
        return secondFactor.of(user);
    }

    List<Sessions.Open> sessionsOf(UUID user) {
        return sessions.of(user);
    }

    void endSession(UUID user, UUID session) {
        change(user, "end session " + session, before -> sessions.end(user, before.login(), session, "an administrator ended it"));
    }

    List<ProgramTokens.Listed> tokensOf(UUID user) {
        return tokens.of(user);
    }

    /** {@link NotThere} where the user has none of that number. */
    void revokeToken(UUID user, UUID token) {
        change(user, "revoke token " + token, before -> tokens.revoke(user, before.login(), token, "an administrator revoked it"));
    }

    /** How many there were. */
    int endSessions(UUID user) {
        int[] ended = {0};
        change(user, "end sessions", before -> ended[0] = sessions.endAllBut(user, before.login(), null, "an administrator ended all"));
        return ended[0];
    }

    /** The names of these deals in addresses. */
    Map<UUID, String> slugs(Set<UUID> named) {
        return named.isEmpty() ? Map.of() : QuarkusTransaction.requiringNew().call(() -> deals.slugsOf(named));
    }

    /** Names of deals that a form of a grant suggests. */
    List<String> suggestedDeals() {
        return QuarkusTransaction.requiringNew().call(() -> deals.slugs(SUGGESTED));
    }

    /** Likewise the lenders of these deals, as far as there is room. */
    List<GrantedLenders.Named> suggestedLenders(List<String> slugs) {
        List<GrantedLenders.Named> suggested = new ArrayList<>();
        for (String slug : slugs) {
            if (suggested.size() < SUGGESTED) {
                dealOf(slug).ifPresent(deal -> suggested.addAll(lenders.of(deal, SUGGESTED - suggested.size())));
            }
        }
        return suggested;
    }

    /** Names of lenders are read outside the transaction; where the user was changed between that and its turn, it is read again. */
    void change(UUID user, String attempt, Change change) {
        change(Side.AGENT, user, attempt, change);
    }

    /** Likewise by an administrator of that side, of a user that it sees. */
    void change(Side side, UUID user, String attempt, Change change) {
        UserView before = reader.of(side, user);
        try {
            while (!changed(side, before, change)) {
                before = reader.of(side, user);
            }
        } catch (Refused refused) {
            trail.writeApart("user.refused", null, before.login(), Map.of("attempt", attempt, "because", refused.reason()));
            throw refused;
        }
    }

    /** As a change of somebody who is not there yet. */
    <T> T adding(Side side, Callable<T> work) {
        return QuarkusTransaction.requiringNew().call(() -> {
            turn.take(side);
            return work.call();
        });
    }

    private boolean changed(Side side, UserView before, Change change) {
        return QuarkusTransaction.requiringNew().call(() -> {
            turn.take(side);
            if (!reader.stands(side, before)) {
                return false;
            }
            change.make(before);
            return true;
        });
    }

    private boolean itself(UUID user) {
        return user.equals(who.viewer().userId());
    }

    private UUID deal(Role role, Typed typed) {
        String slug = plain(typed.deal());
        if (slug == null) {
            if (role.names() == Role.Names.A_DEAL || role.names() == Role.Names.A_LENDER) {
                throw new BadInput("deal", null, text.dealMissing());
            }
            return null;
        }
        if (role.names() == Role.Names.NOTHING) {
            throw new BadInput("deal", slug, text.dealTooMuch());
        }
        return dealOf(slug).orElseThrow(() -> new BadInput("deal", slug, text.noDeal()));
    }

    private UUID lender(Role role, UUID deal, Typed typed) {
        String handle = plain(typed.lender());
        if (role.names() != Role.Names.A_LENDER) {
            if (handle != null) {
                throw new BadInput("lender", handle, text.lenderTooMuch());
            }
            return null;
        }
        return Optional.ofNullable(handle).flatMap(named -> lenders.idOf(deal, named)).orElseThrow(() -> new BadInput("lender", handle,
                text.noLender(lenders.of(deal, NAMED).stream().map(GrantedLenders.Named::handle).collect(Collectors.joining(", ")))));
    }

    private Optional<UUID> dealOf(String slug) {
        return QuarkusTransaction.requiringNew().call(() -> deals.idOf(slug));
    }

    private static String plain(String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    private static List<String> lines(UserView user) {
        return user.grants().stream().map(UserView.GrantView::line).collect(Collectors.toCollection(ArrayList::new));
    }

    private static Map<String, ?> told(Map<String, ?> before, Map<String, ?> after) {
        Map<String, Object> told = new LinkedHashMap<>();   // in this order for who reads the trail
        told.put("before", before);
        told.put("after", after);
        return told;
    }
}
