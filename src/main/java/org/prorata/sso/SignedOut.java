package org.prorata.sso;

/**
 * A sign-out that the provider sent, as its signature says: at least one of subject and session is named.
 *
 * @param jti     its own number, by which it counts once
 * @param subject null: whoever has that session
 * @param sid     null: all sessions of the subject
 */
record SignedOut(String issuer, String jti, String subject, String sid) {
}
