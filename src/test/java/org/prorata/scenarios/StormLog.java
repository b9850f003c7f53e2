package org.prorata.scenarios;

import java.time.Duration;
import java.util.Deque;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** What the clients of the storm were told, and what was seen to be wrong. */
final class StormLog {

    /** A proposal that a client got an answer for. */
    record Made(String id, String key, int user) {}

    /** Once all is started again, requests that a kill met fail for so long at the most. */
    private static final Duration MENDS_IN = Duration.ofSeconds(20);

    final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> approvers = new ConcurrentHashMap<>();
    final Map<String, String> idByKey = new ConcurrentHashMap<>();
    private final Deque<Made> open = new ConcurrentLinkedDeque<>();
    private final Map<String, LongAdder> answers = new ConcurrentHashMap<>();
    private volatile boolean down;
    private volatile long mended = System.nanoTime();
    volatile boolean over;

    void killing() {
        down = true;
    }

    void started() {
        mended = System.nanoTime() + MENDS_IN.toNanos();
        down = false;
    }

    /** Whether a request may fail now because of what the test has done. */
    boolean mending() {
        return down || System.nanoTime() - mended < 0;
    }

    void answered(String what, int status) {
        answers.computeIfAbsent(what + " " + status, key -> new LongAdder()).increment();
    }

    void wrong(String what) {
        wrong.add(what);
    }

    void made(Made made) {
        String before = idByKey.putIfAbsent(made.key(), made.id());
        if (before == null) {
            open.addLast(made);
        } else if (!before.equals(made.id())) {
            wrong("the key " + made.key() + " gave two proposals, " + before + " and " + made.id());
        }
    }

    /** One of the newest proposals that somebody else made; null where there is none. */
    Made toDecide(int user, Random random) {
        int skip = random.nextInt(3);
        Made found = null;
        for (var each = open.descendingIterator(); each.hasNext();) {
            Made made = each.next();
            if (made.user() != user) {
                found = made;
                if (skip-- == 0) {
                    break;
                }
            }
        }
        return found;
    }

    void decided(Made made) {
        open.remove(made);
    }

    /** Told that it approved the proposal: one person is, however often its clients ask. */
    void approved(Made made, int by) {
        Integer other = approvers.putIfAbsent(made.id(), by);
        if (other != null && other != by) {
            wrong("two people were told that they approved " + made.id());
        }
    }

    Set<String> approved() {
        return approvers.keySet();
    }

    String answers() {
        return new TreeMap<>(answers).toString();
    }
}
