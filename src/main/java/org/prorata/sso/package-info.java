/**
 * Single sign-on by OpenID Connect, off unless a provider is configured. A sign-in goes to the provider and comes back ({@link org.prorata.sso.SsoPages}); who the provider says it is becomes a user
 * of the portal ({@link org.prorata.sso.Links}), never a new one, and gets a session like any other. Each side's sign-out ends the other's session.
 *
 * <p>A base room: it uses {@code web}, {@code audit} and {@code identity}.
 */
package org.prorata.sso;
