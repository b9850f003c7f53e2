package org.prorata.people;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.prorata.approval.ProposalApproved;
import org.prorata.approval.ProposalMade;
import org.prorata.identity.Right;
import org.prorata.identity.Role;
import org.prorata.identity.SignedInElsewhere;
import org.prorata.mail.Mailing;
import org.prorata.mail.Outbox;
import org.prorata.web.Today;

/**
 * Hears of what happened, in its transaction, and notes to whom it is to be told. One statement finds them all: whether each may still know of it, and whether its own figures are other
 * ones, is asked when its mail is sent. Who has no address, or wants none, is left out.
 */
@ApplicationScoped
class News {

    private static final String TOLD = """
            insert into news (user_id, kind, deal_id, proposal_id, browser, network, daily)
            select u.id, ?, ?, ?, ?, ?, coalesce(c.choice, 'at-once') = 'daily'
              from portal_user u left join news_choice c on c.user_id = u.id and c.kind = ?
             where u.email is not null and not u.disabled and u.password_hash is not null and coalesce(c.choice, 'at-once') <> 'none' and\s""";
    private static final String RETURNING = " returning id, user_id, daily";
    private static final String TO_DECIDERS = TOLD + "u.id <> ? and exists (select from user_grant g where g.user_id = u.id and g.role = any (?) and (g.deal_id is null or g.deal_id = ?))" + RETURNING;
    private static final String TO_LENDERS = TOLD + "exists (select from user_grant g where g.user_id = u.id and g.role = any (?) and g.deal_id = ?)" + RETURNING;
    private static final String TO_ONE = TOLD + "u.id = ?" + RETURNING;

    private static final String[] DECIDERS = Right.DECIDE.roles().stream().map(Role::word).toArray(String[]::new);
    private static final String[] LENDERS = Stream.of(Role.values()).filter(role -> role.names() == Role.Names.A_LENDER).map(Role::word).toArray(String[]::new);

    private record Noted(UUID news, UUID user, boolean daily) {
    }

    @Inject
    AgroalDataSource database;
    @Inject
    Mailing mailing;
    @Inject
    Outbox outbox;
    @Inject
    NewsLetter letter;
    @Inject
    DailyLetter daily;
    @Inject
    Today today;

    /** When in a day of UTC the daily mails go. */
    @ConfigProperty(name = "prorata.mail.daily", defaultValue = "06:00")
    LocalTime daytime;

    void made(@Observes ProposalMade made) {
        note(TO_DECIDERS, NewsKind.PROPOSAL_WAITS, made.dealId(), made.proposalId(), null, null, made.madeBy(), DECIDERS, made.dealId());
    }

    void approved(@Observes ProposalApproved approved) {
        note(TO_LENDERS, NewsKind.ALLOCATION_CHANGED, approved.dealId(), approved.proposalId(), null, null, LENDERS, approved.dealId());
    }

    void signedIn(@Observes SignedInElsewhere signedIn) {
        note(TO_ONE, NewsKind.NEW_SIGN_IN, null, null, signedIn.browser(), signedIn.address(), signedIn.user());
    }

    private void note(String sql, NewsKind kind, UUID deal, UUID proposal, String browser, String network, Object... readers) {
        if (!mailing.isSetUp()) {
            return;
        }
        try (Connection connection = database.getConnection(); PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, kind.word());
            statement.setObject(2, deal);
            statement.setObject(3, proposal);
            statement.setString(4, browser);
            statement.setString(5, network);
            statement.setString(6, kind.word());
            for (int i = 0; i < readers.length; i++) {
                statement.setObject(i + 7, readers[i] instanceof String[] words ? connection.createArrayOf("text", words) : readers[i]);
            }
            post(read(statement));
        } catch (SQLException e) {
            throw new IllegalStateException("What is to be told could not be noted.", e);
        }
    }

    private static List<Noted> read(PreparedStatement statement) throws SQLException {
        List<Noted> noted = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                noted.add(new Noted(row.getObject("id", UUID.class), row.getObject("user_id", UUID.class), row.getBoolean("daily")));
            }
        }
        return noted;
    }

    /** A mail for each, or one a day for all of a user's: the outbox takes the same only once. */
    private void post(List<Noted> noted) {
        outbox.postLate(letter, noted.stream().filter(each -> !each.daily()).map(each -> each.news().toString()).toList(), null);
        Instant next = next(today.now());
        outbox.postLate(daily, noted.stream().filter(Noted::daily).map(each -> DailyLetter.about(each.user(), next)).toList(), next);
    }

    /** The next instant at which daily mails go, after the given one. */
    Instant next(Instant now) {
        Instant thisDay = LocalDate.ofInstant(now, ZoneOffset.UTC).atTime(daytime).toInstant(ZoneOffset.UTC);
        return thisDay.isAfter(now) ? thisDay : LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1).atTime(daytime).toInstant(ZoneOffset.UTC);
    }
}
