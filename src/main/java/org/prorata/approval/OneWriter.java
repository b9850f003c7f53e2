package org.prorata.approval;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Where those who write to one deal wait for each other, in the order they came. {@link DealVersion} alone keeps them apart, on every node; but who waits there holds a
 * connection to the database, and as many as there are connections would leave none for those who only read. Here they hold none.
 */
@ApplicationScoped
class OneWriter {

    /** Two deals seldom have the same one; where they do, their writers wait for each other. */
    private static final int LOCKS = 1024;

    private final Lock[] locks = Stream.generate(() -> new ReentrantLock(true)).limit(LOCKS).toArray(Lock[]::new);

    /** Called outside a transaction; the work opens its own. */
    <T> T of(UUID dealId, Supplier<T> work) {
        Lock lock = locks[Math.floorMod(dealId.hashCode(), LOCKS)];
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
