/**
 * What people are told by mail of what others did: that their allocation changed, that a proposal waits for them, that somebody signed in under their name. Each chooses how, at {@code /account/notices}.
 * No mail has a figure or another lender's name; what it may say, and whether its reader may still know it, is asked when it is sent.
 *
 * <p>A base room: it hears of deals and proposals from {@code approval} and of sign-ins from {@code identity}, and knows figures by an interface alone ({@link org.prorata.people.AffectedLenders}).
 */
package org.prorata.people;
