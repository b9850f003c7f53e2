package org.prorata.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.prorata.audit.Trail;
import org.prorata.web.BadInput;
import org.prorata.web.Language;
import org.prorata.web.NotThere;
import org.prorata.web.Refused;
import org.prorata.web.SafeText;

/**
 * More access takes two administrators: one asks that a user be granted something, or let in again, and another accepts. Until then the user has nothing of it. Nobody accepts what it asked for or
 * what is for itself. Of the portal's administrators the first is alone, and makes the second without anybody; nothing else is exempt. What a lender's own administrator asks another of that
 * lender's accepts, where there is one who has come, else one of the portal's. The database holds the same, and does by itself what is accepted.
 */
@ApplicationScoped
class GrantRequests {

    /** What is granted, by number. @param deal null where it names none @param lender likewise */
    record Wanted(Role role, UUID deal, UUID lender, String line) {
    }

    private static final int LONGEST = 2_000;
    private static final String ENABLE = "enable";

    private static final String HAS = "select exists (select from user_grant where user_id = ? and role = ? and deal_id is not distinct from ? and lender_id is not distinct from ?)";
    private static final String ASKED = """
            select exists (select from grant_request where state = 'open' and user_id = ? and asks = ? and role is not distinct from ? and deal_id is not distinct from ? and lender_id is not distinct from ?)""";
    private static final String ASK = "insert into grant_request (user_id, asks, role, deal_id, lender_id, reason, by_lender, asked_by) values (?, ?, ?, ?, ?, ?, ?, ?) returning id";
    private static final String DECIDE = "update grant_request set state = ?, decided_by = ?, comment = ? where id = ? and state = 'open'";
    private static final String OPEN = "select state = 'open' from grant_request where id = ?";
    private static final String ADMINISTERS = "select prorata_is_administrator(?, ?, ?)";
    private static final String ALONE = "select prorata_is_alone(?)";

    @Inject
    Rows rows;
    @Inject
    Users users;
    @Inject
    RequestReader reader;
    @Inject
    Who who;
    @Inject
    Trail trail;
    final RequestText text = Language.texts(RequestText.class);

    /** Whether the one who asks is the portal's only administrator, and may make a second one by itself. */
    boolean isAlone() {
        return rows.is(ALONE, who.viewer().userId());
    }

    /** Asks that the user be granted this; false where it was granted at once. In the turn of a change of that user. */
    boolean ask(Side side, UserView before, Wanted wanted, String reason) {
        UUID user = before.id();
        checkText("reason", reason);
        if (user.equals(who.viewer().userId())) {
            throw new Refused(text.notOneself());
        }
        if (before.disabled()) {
            throw new Refused(text.userDisabled());
        }
        if (rows.is(HAS, user, wanted.role().word(), wanted.deal(), wanted.lender())) {
            throw new Refused(text.hasIt());
        }
        UUID request = add(side, before, "grant", wanted, reason);
        boolean alone = side == Side.AGENT && wanted.role() == Role.AGENT_ADMINISTRATOR && isAlone();
        if (alone) {
            decide(request, "accepted", "");
            granted(before, wanted.line(), request, who.viewer().name(), text.wasAlone());
        }
        return !alone;
    }

    /** Asks that a disabled user be let in again, with the password and grants it has. */
    void askEnable(UUID user, String reason) {
        users.change(user, ENABLE, before -> {
            checkText("reason", reason);
            if (!before.disabled()) {
                throw new Refused(text.notDisabled());
            }
            if (user.equals(who.viewer().userId())) {
                throw new Refused(text.notOneself());
            }
            add(Side.AGENT, before, ENABLE, null, reason);
        });
    }

    private UUID add(Side side, UserView before, String asks, Wanted wanted, String reason) {
        Object role = wanted == null ? null : wanted.role().word();
        UUID deal = wanted == null ? null : wanted.deal();
        UUID lender = wanted == null ? null : wanted.lender();
        if (rows.is(ASKED, before.id(), asks, role, deal, lender)) {
            throw new Refused(text.askedAlready());
        }
        String why = plain(reason);
        UUID id = rows.find(ASK, row -> row.getObject(1, UUID.class), before.id(), asks, role, deal, lender, why, side == Side.LENDER, who.viewer().userId()).get(0);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("request", id);
        told.put("asks", wanted == null ? ENABLE : wanted.line());
        told.put("reason", why);
        told.put("before", standing(before));
        trail.write("user.access.asked", null, before.login(), told);
        return id;
    }

    /** The user has it with the next request. Refused where the one who asks may not decide, or what it rests on has changed. */
    void accept(Side side, UUID request, String comment) {
        checkText("comment", comment);
        RequestView asked = reader.of(side, request);
        users.change(side, asked.user(), "accept " + asked.line(), before -> {
            checkMayDecide(side, asked);
            if (!rows.is(ADMINISTERS, asked.askedById(), asked.ids().deal(), asked.byLender() ? asked.ids().lender() : null)) {
                throw new Refused(text.askerNoMore(asked.askedBy()));
            }
            if (asked.isGrant() && before.disabled()) {
                throw new Refused(text.disabledSince());
            }
            if (asked.isGrant() && rows.is(HAS, asked.user(), asked.role(), asked.ids().deal(), asked.ids().lender())) {
                throw new Refused(text.hasIt());
            }
            decide(request, "accepted", plain(comment));
            if (asked.isGrant()) {
                granted(before, asked.line(), request, asked.askedBy(), plain(comment));
            } else {
                told("user.enabled", before, Map.of("disabled", before.disabled()), Map.of("disabled", false), request, asked.askedBy(), plain(comment));
            }
        });
    }

    /** Nothing is granted; the comment tells the one who asked why. {@link BadInput} without one. */
    void refuse(Side side, UUID request, String comment) {
        checkText("comment", comment);
        if (plain(comment).isEmpty()) {
            throw new BadInput("comment", comment, text.sayWhy());
        }
        RequestView asked = reader.of(side, request);
        users.change(side, asked.user(), "refuse " + asked.line(), before -> {
            checkMayDecide(side, asked);
            decide(request, "refused", plain(comment));
            trail.write("user.access.refused", null, before.login(), decided(asked, plain(comment)));
        });
    }

    /** By who made it. */
    void withdraw(Side side, UUID request, String comment) {
        checkText("comment", comment);
        RequestView asked = reader.of(side, request);
        users.change(side, asked.user(), "withdraw " + asked.line(), before -> {
            checkOpen(asked);
            if (!asked.askedById().equals(who.viewer().userId())) {
                throw new Refused(text.notYours());
            }
            decide(request, "withdrawn", plain(comment));
            trail.write("user.access.withdrawn", null, before.login(), decided(asked, plain(comment)));
        });
    }

    private void checkOpen(RequestView asked) {
        if (!rows.find(OPEN, row -> row.getBoolean(1), asked.id()).stream().findFirst().orElseThrow(NotThere::new)) {
            throw new Refused(text.decidedAlready());
        }
    }

    private void checkMayDecide(Side side, RequestView asked) {
        checkOpen(asked);
        UUID viewer = who.viewer().userId();
        if (asked.askedById().equals(viewer)) {
            throw new Refused(text.notOwn());
        }
        if (asked.user().equals(viewer)) {
            throw new Refused(text.notForOneself());
        }
        if (side == Side.AGENT && asked.ids().colleague()) {
            throw new Refused(text.lendersOwn());
        }
    }

    private void decide(UUID request, String state, String comment) {
        rows.update(DECIDE, state, who.viewer().userId(), comment, request);
    }

    private void granted(UserView before, String line, UUID request, String askedBy, String comment) {
        List<String> after = new ArrayList<>(lines(before));
        after.add(line);
        told("user.granted", before, Map.of("grants", lines(before)), Map.of("grants", after), request, askedBy, comment);
    }

    private void told(String what, UserView user, Map<String, ?> before, Map<String, ?> after, UUID request, String askedBy, String comment) {
        Map<String, Object> told = new LinkedHashMap<>();   // in this order for who reads the trail
        told.put("before", before);
        told.put("after", after);
        told.put("request", request);
        told.put("askedBy", askedBy);
        told.put("acceptedBy", who.viewer().name());
        told.put("comment", comment);
        trail.write(what, null, user.login(), told);
    }

    private static Map<String, Object> decided(RequestView asked, String comment) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("request", asked.id());
        told.put("asks", asked.line());
        told.put("askedBy", asked.askedBy());
        told.put("comment", comment);
        return told;
    }

    private static Map<String, Object> standing(UserView user) {
        return Map.of("grants", lines(user), "disabled", user.disabled());
    }

    private static List<String> lines(UserView user) {
        return user.grants().stream().map(UserView.GrantView::line).toList();
    }

    private void checkText(String field, String typed) {
        if (typed != null && (typed.length() > LONGEST || SafeText.misleads(typed))) {
            throw new BadInput(field, SafeText.line(typed), text.unreadable(LONGEST));
        }
    }

    private static String plain(String typed) {
        return typed == null ? "" : typed.strip();
    }
}
