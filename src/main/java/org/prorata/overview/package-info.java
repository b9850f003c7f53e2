/** The first page: what of all the deals one may enter concerns one today, by what one may do in each. It computes nothing; figures come from {@link org.prorata.allocation.Glances}. */
package org.prorata.overview;
