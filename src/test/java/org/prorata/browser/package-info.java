/**
 * Journeys of real people through the portal in a real browser: the Chromium or Chrome of this machine, driven over real HTTP against the portal on a real PostgreSQL.
 * {@link org.prorata.browser.Chromium} finds and starts it, a {@link org.prorata.browser.Window} is what one person sees and in it nothing may go wrong unseen,
 * {@link org.prorata.browser.Journeys} sets each journey up with a deal and users of its own. Pictures of what was seen stay in {@code target/screenshots}.
 */
package org.prorata.browser;
