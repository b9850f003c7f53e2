package org.prorata.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.prorata.web.BadInput;
import org.prorata.web.Language;
import org.prorata.web.Problem;

/**
 * What a lender's own administrator asks for users of its lender: that somebody new comes in, and that one of its users be granted one of a lender's roles there. Another administrator accepts
 * ({@link GrantRequests}). What takes away stands in {@link Users}, for both kinds of administrators.
 */
@ApplicationScoped
class LenderUsers {

    /** Those that it grants. */
    static final List<Role> ROLES = Stream.of(Role.values()).filter(role -> role.names() == Role.Names.A_LENDER).toList();

    /** As typed; what is left empty may be null. @param lender the deal's name in addresses, a slash, and the lender's handle */
    record Typed(String role, String lender, String reason) {
    }

    /** A lender whose users it manages. @param named as it is typed */
    record Own(UUID deal, UUID id, String slug, String handle, String name) {

        public String named() {
            return slug + "/" + handle;
        }
    }

    @Inject
    Users users;
    @Inject
    Invitations invitations;
    @Inject
    GrantRequests requests;
    @Inject
    GrantedDeals deals;
    @Inject
    GrantedLenders lenders;
    @Inject
    Who who;
    final RequestText text = Language.texts(RequestText.class);

    /** The lenders of the one who asks, by name; outside a transaction. */
    List<Own> own() {
        Map<UUID, Set<UUID>> administered = who.viewer().administered();
        Map<UUID, String> slugs = users.slugs(administered.keySet());
        Map<UUID, GrantedLenders.Named> named = lenders.named(administered);
        List<Own> own = new ArrayList<>();
        administered.forEach((deal, ids) -> ids.stream().filter(named::containsKey).map(named::get)
                .forEach(lender -> own.add(new Own(deal, lender.id(), slugs.get(deal), lender.handle(), lender.name()))));
        own.sort(Comparator.comparing(Own::named));
        return own;
    }

    /** Refused as {@link BadInput} with all that is wrong in {@code role} and {@code lender}, and as {@link Invitations#inviteFor}. */
    Invitations.Invited invite(Invitations.Typed person, Typed typed) {
        GrantRequests.Wanted wanted = wanted(typed);
        return invitations.inviteFor(wanted.lender(), person, made -> requests.ask(Side.LENDER, made, wanted, typed.reason()));
    }

    /** Asks that one of its users be granted this, too. */
    void ask(UUID user, Typed typed) {
        GrantRequests.Wanted wanted = wanted(typed);
        users.change(Side.LENDER, user, "grant " + wanted.line(), before -> requests.ask(Side.LENDER, before, wanted, typed.reason()));
    }

    private GrantRequests.Wanted wanted(Typed typed) {
        List<Problem> problems = new ArrayList<>();
        Optional<Role> role = Role.known(typed.role()).filter(ROLES::contains);
        if (role.isEmpty()) {
            problems.add(new Problem("role", typed.role(), text.noLendersRole()));
        }
        String named = typed.lender() == null ? "" : typed.lender().strip();
        Optional<Own> lender = own().stream().filter(own -> own.named().equals(named)).findFirst();
        if (lender.isEmpty()) {
            problems.add(new Problem("lender", typed.lender(), text.noOwnLender()));
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        Own own = lender.get();
        return new GrantRequests.Wanted(role.get(), own.deal(), own.id(), new UserView.GrantView(null, role.get().word(), own.slug(), own.handle(), null, null).line());
    }
}
