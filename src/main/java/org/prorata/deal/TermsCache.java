package org.prorata.deal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Terms that were read before, by the digest of their text: what a rolled-back transaction wrote can stay here and harm nobody. Terms never
 * change, so an entry is never wrong; the longest unused goes first.
 */
final class TermsCache {

    private static final int MOST = 512;

    private static final Map<String, Terms> READ = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Terms> eldest) {
            return size() > MOST;
        }
    };

    private TermsCache() {
    }

    static boolean has(String digest) {
        synchronized (READ) {
            return READ.containsKey(digest);
        }
    }

    static Terms get(String digest, Supplier<String> text) {
        synchronized (READ) {
            Terms read = READ.get(digest);
            if (read != null) {
                return read;
            }
        }
        Terms terms = TermsJson.read(text.get());
        synchronized (READ) {
            READ.put(digest, terms);
        }
        return terms;
    }

    static String digest(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
