/**
 * Who may see what: users and their grants ({@link org.prorata.identity.Accounts}), the administrator's changes of them ({@link org.prorata.identity.Users}), one's own account ({@link
 * org.prorata.identity.OwnAccount}), sign-in and sessions, proofs of who one is ({@link org.prorata.identity.Proofs}), the one who asks ({@link
 * org.prorata.identity.Who}, {@link org.prorata.identity.Viewer}) and the wall in the database between lenders ({@link
 * org.prorata.identity.Walls}). What each {@link org.prorata.identity.Role} may do stands in {@link org.prorata.identity.Right}, whose words annotate methods.
 *
 * <p>A base room: it knows deals and lenders by id only and uses {@code web} and {@code audit}.
 */
package org.prorata.identity;
