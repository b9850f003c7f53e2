package org.prorata.deal;

/**
 * Something to say about the terms that no other field holds: an assumption, or what is not known.
 *
 * @param topic a few words
 * @param clause null where the source has none
 */
public record Remark(String topic, String text, Provenance provenance, String clause) {
}
