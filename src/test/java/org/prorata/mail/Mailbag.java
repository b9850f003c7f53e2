package org.prorata.mail;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.prorata.identity.Owner;

/** For tests that look at what is not sent. */
@ApplicationScoped
public class Mailbag {

    @Inject Sender sender;
    @Inject Outbox outbox;

    /** Has all that failed meanwhile tried again, and waits until it and a mail after it have gone. */
    public void empties(PostOffice office) {
        Owner.runs("update mail set due = clock_timestamp() where sent is null and ended is null and tries > 0");
        String last = "last-" + UUID.randomUUID() + "@example.com";
        QuarkusTransaction.requiringNew().run(() -> outbox.post(new Letter(last, "The last", "Nothing comes after it.", null)));
        sender.wake();
        office.one(last);
    }
}
