package org.prorata.people;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.prorata.audit.Trail;
import org.prorata.identity.Viewer;
import org.prorata.identity.Who;
import org.prorata.web.BadInput;
import org.prorata.web.Language;
import org.prorata.web.Problem;

/** How the one who is signed in wants to be told of what. */
@ApplicationScoped
class Choices {

    private static final String READ = "select kind, choice from news_choice where user_id = ?";
    private static final String WRITE = "insert into news_choice (user_id, kind, choice) values (?, ?, ?) on conflict (user_id, kind) do update set choice = excluded.choice";

    @Inject
    AgroalDataSource database;
    @Inject
    Who who;
    @Inject
    Trail trail;
    final PeopleText text = Language.texts(PeopleText.class);

    /** Of each kind that can come to the viewer, in their order. */
    @Transactional
    Map<NewsKind, NewsChoice> own() {
        Viewer viewer = who.viewer();
        Map<NewsKind, NewsChoice> chosen = chosen(viewer.userId());
        Map<NewsKind, NewsChoice> own = new LinkedHashMap<>();
        Stream.of(NewsKind.values()).filter(kind -> kind.concerns(viewer)).forEach(kind -> own.put(kind, chosen.getOrDefault(kind, NewsChoice.AT_ONCE)));
        return own;
    }

    /**
     * Chooses; a kind that is left out stays as it is.
     *
     * @param typed choices by kind, as words; refused as {@link BadInput} where one is none
     */
    @Transactional
    void choose(Map<String, String> typed) {
        List<Problem> problems = new ArrayList<>();
        Map<NewsKind, NewsChoice> wanted = new EnumMap<>(NewsKind.class);
        typed.forEach((kind, choice) -> NewsKind.of(kind).ifPresentOrElse(
                known -> NewsChoice.of(choice).ifPresentOrElse(how -> wanted.put(known, how), () -> problems.add(new Problem(kind, choice, text.noChoice()))),
                () -> problems.add(new Problem(kind, choice, text.noKind()))));
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        UUID user = who.viewer().userId();
        Map<NewsKind, NewsChoice> before = chosen(user);
        wanted.entrySet().removeIf(each -> before.getOrDefault(each.getKey(), NewsChoice.AT_ONCE) == each.getValue());
        if (!wanted.isEmpty()) {
            write(user, wanted);
            trail.write("notices.chosen", null, who.viewer().login(), Map.of("before", words(wanted.keySet().stream()
                    .collect(Collectors.toMap(kind -> kind, kind -> before.getOrDefault(kind, NewsChoice.AT_ONCE)))), "after", words(wanted)));
        }
    }

    private static Map<String, String> words(Map<NewsKind, NewsChoice> choices) {
        return choices.entrySet().stream().collect(Collectors.toMap(each -> each.getKey().word(), each -> each.getValue().word()));
    }

    private Map<NewsKind, NewsChoice> chosen(UUID user) {
        try (Connection connection = database.getConnection(); PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setObject(1, user);
            Map<NewsKind, NewsChoice> chosen = new EnumMap<>(NewsKind.class);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    chosen.put(NewsKind.of(row.getString(1)).orElseThrow(), NewsChoice.of(row.getString(2)).orElseThrow());
                }
            }
            return chosen;
        } catch (SQLException e) {
            throw new IllegalStateException("A user's choices could not be read.", e);
        }
    }

    private void write(UUID user, Map<NewsKind, NewsChoice> choices) {
        try (Connection connection = database.getConnection(); PreparedStatement statement = connection.prepareStatement(WRITE)) {
            for (Map.Entry<NewsKind, NewsChoice> each : choices.entrySet()) {
                statement.setObject(1, user);
                statement.setString(2, each.getKey().word());
                statement.setString(3, each.getValue().word());
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("A user's choices could not be written.", e);
        }
    }
}
