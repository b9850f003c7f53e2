package org.prorata.calc;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;

/**
 * Who comes first, by keys that are compared descending, equal keys in the order given. Where a key is null its holder takes no part.
 * Choosing the first few is linear in the number of holders; the rank of each is found by sorting, and only when asked for.
 */
final class Ranking {

    private Ranking() {
    }

    /** Marks the first {@code count} holders; {@code count} is above zero and at most the number of keys. */
    static boolean[] first(BigInteger[] keys, int count) {
        boolean[] chosen = new boolean[keys.length];
        BigInteger last = nthLargest(taking(keys), count);
        int above = 0;
        for (int i = 0; i < keys.length; i++) {
            chosen[i] = keys[i] != null && keys[i].compareTo(last) > 0;
            above += chosen[i] ? 1 : 0;
        }
        for (int i = 0, ties = count - above; ties > 0; i++) {
            if (last.equals(keys[i])) {
                chosen[i] = true;
                ties--;
            }
        }
        return chosen;
    }

    /** The rank of each holder, from 1; 0 for those who take no part. */
    static int[] ranks(BigInteger[] keys) {
        BigInteger[] sorted = taking(keys);
        Arrays.sort(sorted, Comparator.reverseOrder());
        int[] equalsSeen = new int[sorted.length];
        int[] ranks = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != null) {
                int place = firstPlace(sorted, keys[i]);
                ranks[i] = 1 + place + equalsSeen[place]++;
            }
        }
        return ranks;
    }

    private static BigInteger[] taking(BigInteger[] keys) {
        return Arrays.stream(keys).filter(key -> key != null).toArray(BigInteger[]::new);
    }

    private static int firstPlace(BigInteger[] descending, BigInteger key) {
        int low = 0;
        int high = descending.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (descending[middle].compareTo(key) > 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Selection by partitioning in three (larger, equal, smaller), so that many equal keys cost nothing. Rearranges its argument. */
    private static BigInteger nthLargest(BigInteger[] keys, int n) {
        int from = 0;
        int to = keys.length;
        int wanted = n - 1;
        while (true) {
            BigInteger pivot = medianOfThree(keys[from], keys[(from + to) >>> 1], keys[to - 1]);
            int larger = from;
            int smaller = to;
            for (int i = from; i < smaller; ) {
                int order = keys[i].compareTo(pivot);
                if (order > 0) {
                    swap(keys, i++, larger++);
                } else if (order < 0) {
                    swap(keys, i, --smaller);
                } else {
                    i++;
                }
            }
            if (wanted < larger) {
                to = larger;
            } else if (wanted >= smaller) {
                from = smaller;
            } else {
                return pivot;
            }
        }
    }

    private static BigInteger medianOfThree(BigInteger a, BigInteger b, BigInteger c) {
        return a.max(b).min(a.min(b).max(c));
    }

    private static void swap(BigInteger[] keys, int i, int j) {
        BigInteger held = keys[i];
        keys[i] = keys[j];
        keys[j] = held;
    }
}
