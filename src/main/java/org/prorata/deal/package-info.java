/**
 * Deals and their terms. A term sheet is a file that a loan officer can read ({@link org.prorata.deal.TermSheetReader},
 * {@link org.prorata.deal.TermSheetWriter}); what it says is held by {@link org.prorata.deal.Terms}, each value with where it comes from
 * ({@link org.prorata.deal.Sourced}). Terms are append-only and versioned by when they became known ({@link org.prorata.deal.DealTerms}).
 * Other rooms take part in import and export through {@link org.prorata.deal.ImportPart} and {@link org.prorata.deal.ExportPart}.
 */
package org.prorata.deal;
