package org.prorata.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Goes over the rows of chains, each chain's in order and chains in any, and finds the first row of each that was altered, removed, inserted or cut off. Heads that are
 * known are told first; those that an export states of itself stand in it. Keeps a few words of each chain, whatever the number of rows. Nothing but the JDK.
 */
final class ChainCheck {

    /** What is wrong with the first bad row. */
    enum Fault {
        /** Its hash is not that of what it says, or the next row follows another than this. */
        ALTERED,
        /** It is not there, or not where it belongs. */
        REMOVED,
        /** It stands where another row of that number stands. */
        INSERTED,
        /** It was stated to be there, and the chain ends before it. */
        CUT_OFF,
        /** All rows fit each other, but this one is not the one that was stated: it or one before it was altered, and all after that hashed anew. */
        OTHER_THAN_STATED,
        /** The export does not state that the chain ends before it: it broke off. */
        NO_END
    }

    /** @param since the first row that the fault may lie in; {@code no} unless it cannot be told more closely */
    record Finding(long no, Fault fault, long since) {
    }

    /**
     * What there is of one chain.
     *
     * @param first null where no row is wrong
     * @param hash  of its last row
     */
    record Result(String chain, long rows, String firstAt, String lastAt, String hash, Finding first) {

        boolean right() {
            return first == null;
        }
    }

    private static final class Chain {

        private final TreeMap<Long, List<String>> stated = new TreeMap<>();
        private long rows;
        private long last;
        private String hash = ChainRow.START;
        private String firstAt;
        private String lastAt;
        /** The last row whose hash is as stated. */
        private long proven;
        private Long end;
        private Finding first;
        /** The last row does not follow the one before it: one of the two was hashed anew, and the next row tells which. */
        private boolean broken;
        /** The last row is not the one that was stated: it may have been hashed anew alone, and the next row tells. */
        private Finding other;

        void add(ChainRow row) {
            rows++;
            firstAt = firstAt == null ? row.at() : firstAt;
            if (first == null) {
                look(row);
            }
            last = row.no();
            hash = row.hash();
            lastAt = row.at();
        }

        private void look(ChainRow row) {
            boolean follows = row.previous().equals(hash);
            if (row.no() == last && row.hash().equals(row.computedHash())) {
                first = found(row.no(), Fault.INSERTED);
            } else if (broken) {
                first = found(follows ? last - 1 : last, Fault.ALTERED);
            } else if (!row.hash().equals(row.computedHash())) {
                first = found(last + 1, Fault.ALTERED);
            } else if (row.no() != last + 1) {
                first = row.no() > last ? found(last + 1, Fault.REMOVED) : found(row.no(), Fault.INSERTED);
            } else if (!follows && last == 0) {
                first = found(row.no(), Fault.ALTERED);
            } else if (other != null) {
                first = follows ? other : found(last, Fault.ALTERED);
            } else if (!follows) {
                broken = true;
                compare(row);
            } else {
                compare(row);
            }
        }

        private void compare(ChainRow row) {
            List<String> hashes = stated.get(row.no());
            if (hashes != null && !hashes.stream().allMatch(row.hash()::equals)) {
                other = new Finding(row.no(), Fault.OTHER_THAN_STATED, proven + 1);
            } else if (hashes != null) {
                proven = row.no();
            }
        }

        private static Finding found(long no, Fault fault) {
            return new Finding(no, fault, no);
        }

        /** @param ends whether the rows must say where they end */
        Result result(String chain, boolean ends) {
            if (first == null && broken) {
                first = found(other == null ? last - 1 : last, Fault.ALTERED);
            } else if (first == null && other != null) {
                first = other;
            } else if (first == null && !stated.isEmpty() && stated.lastKey() > last) {
                first = found(last + 1, Fault.CUT_OFF);
            } else if (first == null && end != null && end < last) {
                first = found(end + 1, Fault.INSERTED);
            } else if (first == null && end == null && ends) {
                first = found(last + 1, Fault.NO_END);
            }
            return new Result(chain, rows, firstAt, lastAt, hash, first);
        }
    }

    private final Map<String, Chain> chains = new TreeMap<>();

    private Chain chain(String name) {
        return chains.computeIfAbsent(name, none -> new Chain());
    }

    /** A head that is known from elsewhere; told before the rows. */
    void stated(ChainHead head) {
        chain(head.chain()).stated.computeIfAbsent(head.no(), none -> new ArrayList<>()).add(head.hash());
    }

    void row(ChainRow row) {
        chain(row.chain()).add(row);
    }

    /** The head that the rows state of themselves, after their last. */
    void end(ChainHead head) {
        Chain chain = chain(head.chain());
        chain.end = head.no();
        if (chain.last == head.no() && !chain.hash.equals(head.hash()) && chain.first == null && chain.other == null) {
            chain.other = new Finding(head.no(), Fault.OTHER_THAN_STATED, chain.proven + 1);
        } else if (head.no() > chain.last) {
            stated(head);
        }
    }

    /** Where the rows were allowed to end: those after it were added by none who adds rows. */
    void atMost(ChainHead head) {
        Chain chain = chain(head.chain());
        if (chain.first == null && chain.last > head.no()) {
            chain.first = Chain.found(head.no() + 1, Fault.INSERTED);
        }
    }

    /**
     * Every chain that had a row or was stated.
     *
     * @param ends whether the rows must say where they end, as an export does
     */
    List<Result> results(boolean ends) {
        List<Result> results = new ArrayList<>();
        new HashMap<>(chains).forEach((name, chain) -> results.add(chain.result(name, ends)));
        results.sort((a, b) -> a.chain().compareTo(b.chain()));
        return results;
    }
}
