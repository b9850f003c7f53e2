/**
 * Second factors: authenticator apps ({@link org.prorata.factor.Authenticators}), passkeys ({@link org.prorata.factor.Passkeys}) and recovery codes ({@link
 * org.prorata.factor.RecoveryCodes}); what they prove at a sign-in and afterwards ({@link org.prorata.factor.Proving}, {@link org.prorata.factor.ProofFilter}), and which deals ask for
 * them ({@link org.prorata.factor.DealRules}).
 *
 * <p>A base room: it uses {@code web}, {@code audit} and {@code identity}, which keeps the sessions and knows of second factors only whether there are any.
 */
package org.prorata.factor;
