package org.prorata.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.prorata.mail.LateLetter;
import org.prorata.mail.Letter;
import org.prorata.web.Language;

/** One mail with all that a user is to be told in a day. */
@ApplicationScoped
class DailyLetter implements LateLetter {

    private static final String AT = " ";

    @Inject
    NewsReader reader;
    @Inject
    NewsWords words;
    final PeopleText text = Language.texts(PeopleText.class);

    /** What the mail that is being sent told, or will never tell: what was noted since is for the next. */
    private final Map<String, List<UUID>> told = new ConcurrentHashMap<>();

    /** What the outbox keeps of it. */
    static String about(UUID user, Instant due) {
        return user + AT + due;
    }

    @Override
    public String kind() {
        return "daily-news";
    }

    @Override
    public Optional<Letter> write(String about) {
        UUID user = UUID.fromString(about.substring(0, about.indexOf(AT)));
        return NewsLetter.asPortal(() -> {
            List<NewsItem> items = reader.daily(user);
            told.put(about, items.stream().map(NewsItem::id).toList());
            List<NewsItem> news = items.stream().filter(reader::concerns).toList();
            return news.isEmpty() ? Optional.empty() : Optional.of(news.get(0).language().speaking(() -> new Letter(news.get(0).email(), text.dailySubject(),
                    words.whole(news.get(0).name(), news.stream().map(words::paragraph).collect(Collectors.joining("\n\n"))), null)));
        });
    }

    @Override
    public void done(String about) {
        List<UUID> items = told.remove(about);
        if (items != null) {
            reader.forget(items);
        }
    }
}
