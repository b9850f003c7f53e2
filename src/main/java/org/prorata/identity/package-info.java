/**
 * Who may see what: users and their grants ({@link org.prorata.identity.Accounts}), sign-in and sessions, the one who asks ({@link
 * org.prorata.identity.Who}, {@link org.prorata.identity.Viewer}) and the wall in the database between lenders ({@link
 * org.prorata.identity.Walls}). Roles for annotations on methods are {@code agent} and {@code lender}.
 *
 * <p>A base room: it knows deals and lenders by id only and uses {@code web} and {@code audit}.
 */
package org.prorata.identity;
