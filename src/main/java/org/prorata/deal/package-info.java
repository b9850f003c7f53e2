/**
 * Deals and their terms. A term sheet is a file that a loan officer can read ({@code TermSheetReader},
 * {@code TermSheetWriter}); what it says is held by {@link org.prorata.deal.Terms}, each value with where it comes from
 * ({@link org.prorata.deal.Sourced}). Terms are append-only and versioned by when they became known ({@code DealTerms}).
 * Other rooms take part in import and export through {@code ImportPart} and {@link org.prorata.deal.ExportPart}.
 */
package org.prorata.deal;
