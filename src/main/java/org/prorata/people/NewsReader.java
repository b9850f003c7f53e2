package org.prorata.people;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.prorata.approval.DealDirectory;
import org.prorata.approval.Proposal;
import org.prorata.identity.Right;
import org.prorata.identity.Role;
import org.prorata.web.Language;

/** What is to be told, and whether its reader may know it as things stand now. In the caller's transaction, which is the portal's own work. */
@ApplicationScoped
class NewsReader {

    private static final String ITEMS = """
            select n.id, n.user_id, u.name, u.email, u.language, u.disabled or c.choice is not distinct from 'none' as barred, n.kind, n.deal_id, n.proposal_id, n.browser, n.network, n.made
              from news n join portal_user u on u.id = n.user_id left join news_choice c on c.user_id = n.user_id and c.kind = n.kind where\s""";
    private static final String ONE = ITEMS + "n.id = ?";
    private static final String DAILY = ITEMS + "n.user_id = ? and n.daily order by n.made, n.id";
    private static final String GRANTS = "select role, lender_id from user_grant where user_id = ? and (deal_id is null or deal_id = ?)";
    private static final String TOLD = "delete from news where id = any (?)";

    @Inject
    AgroalDataSource database;
    @Inject
    DealDirectory deals;
    @Inject
    AffectedLenders affected;

    List<NewsItem> one(UUID news) {
        return items(ONE, news);
    }

    List<NewsItem> daily(UUID user) {
        return items(DAILY, user);
    }

    /** Whether the item is still news to its reader: the grants, the proposal and the figures are asked as they are now. */
    boolean concerns(NewsItem item) {
        return !item.barred() && item.email() != null && switch (item.kind()) {
            case NEW_SIGN_IN -> true;
            case PROPOSAL_WAITS -> decides(item) && Proposal.byId(item.proposal()).filter(proposal -> proposal.state() == Proposal.State.OPEN).isPresent();
            case ALLOCATION_CHANGED -> {
                Set<UUID> own = lenders(item);
                yield !own.isEmpty() && affected.by(item.deal(), item.proposal()).stream().anyMatch(own::contains);
            }
        };
    }

    Optional<String> title(NewsItem item) {
        return item.deal() == null ? Optional.empty() : Optional.of(deals.titleOf(item.deal()));
    }

    String slug(NewsItem item) {
        return deals.slugOf(item.deal());
    }

    /** They are told, or will never be. */
    @Transactional(Transactional.TxType.MANDATORY)
    void forget(List<UUID> news) {
        try (Connection connection = database.getConnection(); PreparedStatement statement = connection.prepareStatement(TOLD)) {
            statement.setArray(1, connection.createArrayOf("uuid", news.toArray()));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("News could not be put aside.", e);
        }
    }

    private boolean decides(NewsItem item) {
        return grants(item).stream().anyMatch(grant -> Right.DECIDE.roles().contains(grant.role()));
    }

    private Set<UUID> lenders(NewsItem item) {
        Set<UUID> lenders = new HashSet<>();
        grants(item).stream().filter(grant -> grant.role().names() == Role.Names.A_LENDER).forEach(grant -> lenders.add(grant.lender()));
        return lenders;
    }

    private record Grant(Role role, UUID lender) {
    }

    private List<Grant> grants(NewsItem item) {
        try (Connection connection = database.getConnection(); PreparedStatement statement = connection.prepareStatement(GRANTS)) {
            statement.setObject(1, item.user());
            statement.setObject(2, item.deal());
            List<Grant> grants = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    grants.add(new Grant(Role.of(row.getString(1)), row.getObject(2, UUID.class)));
                }
            }
            return grants;
        } catch (SQLException e) {
            throw new IllegalStateException("A user's grants could not be read.", e);
        }
    }

    private List<NewsItem> items(String sql, UUID of) {
        try (Connection connection = database.getConnection(); PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, of);
            List<NewsItem> items = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    items.add(new NewsItem(row.getObject("id", UUID.class), row.getObject("user_id", UUID.class), row.getString("name"), row.getString("email"), row.getBoolean("barred"),
                            NewsKind.of(row.getString("kind")).orElseThrow(), row.getObject("deal_id", UUID.class), row.getObject("proposal_id", UUID.class), row.getString("browser"),
                            row.getString("network"), Language.of(row.getString("language")).orElse(Language.ENGLISH), row.getObject("made", OffsetDateTime.class).toInstant()));
                }
            }
            return items;
        } catch (SQLException e) {
            throw new IllegalStateException("News could not be read.", e);
        }
    }
}
