package org.prorata.people;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.prorata.identity.Walls;
import org.prorata.mail.LateLetter;
import org.prorata.mail.Letter;

/** The mail of one piece of news. */
@ApplicationScoped
class NewsLetter implements LateLetter {

    @Inject
    NewsReader reader;
    @Inject
    NewsWords words;

    @Override
    public String kind() {
        return "news";
    }

    @Override
    public Optional<Letter> write(String about) {
        return asPortal(() -> reader.one(UUID.fromString(about)).stream().filter(reader::concerns).findFirst()
                .map(item -> item.language().speaking(() -> new Letter(item.email(), words.subject(item), words.whole(item.name(), words.paragraph(item)), null))));
    }

    @Override
    public void done(String about) {
        reader.forget(List.of(UUID.fromString(about)));
    }

    /** Beside the sender's transaction, which has nobody's walls: what is asked of deals and figures takes the portal's. */
    static <T> T asPortal(Supplier<T> work) {
        return QuarkusTransaction.suspendingExisting().call(() -> Walls.asPortal(() -> QuarkusTransaction.requiringNew().call(work::get)));
    }
}
