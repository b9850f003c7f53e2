package org.prorata.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prorata.identity.Owner;

/** Mail is sent exactly if what it tells of stands, once, however long the server was away, and leaves nothing to read behind. */
@QuarkusTest
class OutboxTest {

    private static final String WAITS = "select count(*) from mail where recipient = ? and sent is null and ended is null";

    @Inject
    Outbox outbox;
    @Inject
    Dispatch dispatch;
    @Inject
    Sender sender;
    @Inject
    Written written;

    private final String to = "reader-" + UUID.randomUUID() + "@example.com";

    /** What is written when it is sent. */
    @ApplicationScoped
    static class Written implements LateLetter {

        private final Set<String> silent = Collections.synchronizedSet(new HashSet<>());
        private final Set<String> done = Collections.synchronizedSet(new HashSet<>());

        void saysNothingTo(String about) {
            silent.add(about);
        }

        boolean isDone(String about) {
            return done.contains(about);
        }

        @Override
        public String kind() {
            return "of-a-test";
        }

        @Override
        public Optional<Letter> write(String about) {
            return silent.contains(about) ? Optional.empty() : Optional.of(new Letter(about, "Late", "Written late.", null));
        }

        @Override
        public void done(String about) {
            done.add(about);
        }
    }

    private void posts(Letter letter) {
        QuarkusTransaction.requiringNew().run(() -> outbox.post(letter));
    }

    private Letter letter(String text) {
        return new Letter(to, "About something", text, null);
    }

    private static void later(String recipient) {
        Owner.runs("update mail set due = clock_timestamp() where recipient = ?", recipient);
    }

    @Test
    void a_mail_arrives_as_plain_text_with_every_letter_and_is_blank_in_the_database_then() {
        try (PostOffice office = PostOffice.opens()) {
            posts(new Letter(to, "Zinsen für “Rusoro” – 利息", "Grüße,\nhttp://localhost/link/" + "x".repeat(120) + "\n= . = ende\n.\nlast", null));
            PostOffice.Arrived mail = office.one(to);
            assertThat(mail.subject()).isEqualTo("Zinsen für “Rusoro” – 利息");
            assertThat(mail.text().stripTrailing()).isEqualTo("Grüße,\nhttp://localhost/link/" + "x".repeat(120) + "\n= . = ende\n.\nlast");
            assertThat(mail.contentType()).startsWith("text/plain");
            assertThat(mail.from()).isEqualTo("portal@prorata.example");
            assertThat(mail.messageId()).matches("<[0-9a-f-]{36}@prorata\\.example>");
        }
        assertThat(Owner.counts("select count(*) from mail where recipient = ? and sent is not null and body = '' and tries = 1 and error is null", to)).isEqualTo(1);
    }

    @Test
    void what_was_rolled_back_is_never_told() {
        try (PostOffice office = PostOffice.opens()) {
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                outbox.post(letter("never"));
                throw new IllegalStateException("rolled back");
            })).hasMessage("rolled back");
            posts(letter("after it"));
            assertThat(office.one(to).text()).contains("after it");
        }
        assertThat(Owner.counts("select count(*) from mail where recipient = ?", to)).isEqualTo(1);
    }

    @Test
    void outside_a_transaction_nothing_is_taken() {
        assertThatThrownBy(() -> outbox.post(letter("alone"))).hasStackTraceContaining("transaction");
    }

    @Test
    void while_the_server_is_away_it_is_tried_again_and_sent_once_when_it_is_back() {
        posts(letter("patience"));
        awaitTries(1);
        assertThat(Owner.counts("select count(*) from mail where recipient = ? and error <> '' and body = 'patience' and due > clock_timestamp() + interval '5 seconds'", to)).isEqualTo(1);
        assertThat(outbox.stuck().orElseThrow().count()).isPositive();
        later(to);
        sender.wake();
        awaitTries(2);
        assertThat(Owner.counts("select count(*) from mail where recipient = ? and due > clock_timestamp() + interval '30 seconds'", to)).isEqualTo(1);
        try (PostOffice office = PostOffice.opens()) {
            later(to);
            sender.wake();
            office.one(to);
            sender.wake();
            dispatch.next();
            assertThat(office.of(to)).hasSize(1);
        }
        assertThat(Owner.counts(WAITS, to)).isZero();
    }

    private void awaitTries(int tries) {
        for (int i = 0; i < 500 && Owner.counts("select coalesce(max(tries), 0) from mail where recipient = ?", to) < tries; i++) {
            pause();
        }
        assertThat(Owner.counts("select max(tries) from mail where recipient = ?", to)).isEqualTo(tries);
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void pauses_grow_up_to_an_hour() {
        assertThat(IntStream.range(0, 7).mapToObj(Dispatch::pause)).containsExactly(Duration.ofSeconds(15), Duration.ofMinutes(1), Duration.ofMinutes(4), Duration.ofMinutes(16),
                Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1));
    }

    @Test
    void many_who_send_at_once_send_each_mail_once() {
        Owner.runs("update mail set ended = clock_timestamp() where sent is null and ended is null");
        List<String> readers = IntStream.range(0, 40).mapToObj(i -> i + to).toList();
        // Written behind the portal's back, as another node's or those of a portal that ended: nobody was woken.
        readers.forEach(reader -> Owner.runs("insert into mail (id, recipient, subject, body) values (gen_random_uuid(), ?, 'One of many', 'once')", reader));
        try (PostOffice office = PostOffice.opens()) {
            List<CompletableFuture<Void>> nodes = IntStream.range(0, 4).mapToObj(i -> CompletableFuture.runAsync(() -> {
                while (dispatch.next().found()) {
                    pause();
                }
            })).toList();
            nodes.forEach(CompletableFuture::join);
            readers.forEach(reader -> assertThat(office.await(reader, 1)).as(reader).hasSize(1));
        }
    }

    @Test
    void what_is_written_late_is_asked_for_once_and_not_sent_where_there_is_nothing_to_say() {
        String silent = "silent-" + to;
        written.saysNothingTo(silent);
        Instant soon = Instant.now().plusSeconds(3600);
        for (int i = 0; i < 3; i++) {
            QuarkusTransaction.requiringNew().run(() -> outbox.postLate(written, List.of(to, silent), soon));
        }
        assertThat(Owner.counts("select count(*) from mail where about in (?, ?) and recipient is null and subject is null and body = ''", to, silent)).isEqualTo(2);
        Owner.runs("update mail set due = clock_timestamp() where about in (?, ?)", to, silent);
        try (PostOffice office = PostOffice.opens()) {
            sender.wake();
            assertThat(office.one(to).subject()).isEqualTo("Late");
            for (int i = 0; i < 500 && !written.isDone(silent); i++) {
                pause();
            }
            assertThat(written.isDone(to) && written.isDone(silent)).isTrue();
            assertThat(office.of(silent)).isEmpty();
        }
    }

    @Test
    void what_is_of_no_use_any_more_or_was_tried_for_two_days_is_given_up_and_on_the_trail() {
        QuarkusTransaction.requiringNew().run(() -> outbox.post(new Letter(to, "A link", "secret", Instant.now().minusSeconds(1))));
        String old = "old-" + to;
        Owner.runs("insert into mail (id, recipient, subject, body, made, tries) values (gen_random_uuid(), ?, 'Old', 'secret', clock_timestamp() - interval '3 days', 50)", old);
        sender.wake();
        for (String reader : List.of(to, old)) {
            for (int i = 0; i < 500 && Owner.counts(WAITS, reader) > 0; i++) {
                pause();
            }
            assertThat(Owner.counts("select count(*) from mail where recipient = ? and ended is not null and sent is null and body = ''", reader)).isEqualTo(1);
            assertThat(Owner.counts("select count(*) from trail where what = 'mail.failed' and subject = ? and user_id is null", reader)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "a@b", "two@example.com,three@example.com", "a@example.com\r\nBcc: b@example.com", "a@example.com\nb", "a b@example.com", "<a@example.com>", "\"a\"@example.com",
            "a@exämple.com", "a@example..com", ".a@example.com", "a@-example.com", "a@example.com ", "a\u0000@example.com", "a@example.com\u2028"})
    void what_is_no_address_takes_no_mail(String address) {
        assertThat(EmailAddress.isOne(address)).isFalse();
        assertThatThrownBy(() -> new Letter(address, "x", "y", null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Owner.runs("insert into mail (id, recipient, subject, body) values (gen_random_uuid(), ?, ?, 'x')", address.contains(" ") ? address : "a b", "y")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_line_break_in_a_subject_starts_no_header() {
        try (PostOffice office = PostOffice.opens()) {
            posts(new Letter(to, "Hello\r\nBcc: other-" + to, "text", null));
            assertThat(office.one(to).subject()).isEqualTo("Hello??Bcc: other-" + to);
            assertThat(office.of("other-" + to)).isEmpty();
        }
        assertThat(EmailAddress.isOne("a".repeat(64) + "@" + "b".repeat(60) + ".example.com")).isTrue();
        assertThat(EmailAddress.isOne("a".repeat(65) + "@example.com")).isFalse();
    }
}
