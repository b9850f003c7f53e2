/**
 * What every page and answer of the portal has in common: the layout ({@link org.prorata.web.Frame}), the clock
 * ({@link org.prorata.web.Today}), the two times of a view ({@link org.prorata.web.AsOf}), failures and how they are told
 * ({@link org.prorata.web.Failures}), security headers, the check that a change comes from our own pages
 * ({@link org.prorata.web.Csrf}), and downloads: one {@link org.prorata.web.Table}, written as {@link org.prorata.web.Csv} or
 * {@link org.prorata.web.Xlsx}.
 *
 * <p>A base room: it uses no other room and knows nothing of deals.
 */
package org.prorata.web;
