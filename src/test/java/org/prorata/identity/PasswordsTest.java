package org.prorata.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @Test
    void a_hash_is_argon2id_with_46_mib_one_pass_one_lane_and_a_salt_of_its_own() {
        String hash = passwords.hash("larch copper nine lanterns");
        assertThat(hash).startsWith("$argon2id$v=19$m=47104,t=1,p=1$").isNotEqualTo(passwords.hash("larch copper nine lanterns"));
        assertThat(passwords.matches("larch copper nine lanterns", hash)).isTrue();
        assertThat(passwords.matches("larch copper nine lantern", hash)).isFalse();
        assertThat(passwords.matches("larch copper nine lanterns", null)).isFalse();
    }

    @Test
    void the_same_letters_composed_otherwise_are_the_same_password() {
        assertThat(passwords.matches("nai\u0308ve Bu\u0308cher lesen", passwords.hash("na\u00efve B\u00fccher lesen"))).isTrue();
    }

    @Test
    void at_most_two_are_computed_at_once() throws InterruptedException {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(12);
        ExecutorService many = Executors.newFixedThreadPool(12);
        for (int i = 0; i < 12; i++) {
            many.execute(() -> passwords.inTurn(() -> {
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                passwords.matches("larch copper nine lanterns", null);
                now.decrementAndGet();
                done.countDown();
                return null;
            }));
        }
        done.await();
        many.shutdown();
        assertThat(most.get()).isEqualTo(2);
    }
}
