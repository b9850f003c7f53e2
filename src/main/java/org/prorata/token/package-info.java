/**
 * Tokens for programs: what a user hands to a program so that it can read, or propose, where its user may ({@link org.prorata.token.OwnTokens}), and the way such a token comes in
 * ({@link org.prorata.token.TokenMechanism}). A token's rights are those of its scope that its user has at that moment; the walls in the database follow from that by themselves.
 *
 * <p>A base room: it uses {@code web}, {@code audit} and {@code identity}.
 */
package org.prorata.token;
