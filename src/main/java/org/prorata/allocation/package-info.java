/**
 * Who gets what: positions projected over the payments to come, calculations, slices, and the pages that show them to a lender and to the agent.
 *
 * <p>{@link org.prorata.allocation.Calculator} is pure: {@link org.prorata.allocation.Facts} in, {@link org.prorata.allocation.Calculation} out. {@link
 * org.prorata.allocation.CalculationStore} keeps calculations; a page reads one and computes no split (rule F14).
 */
package org.prorata.allocation;
