/**
 * Pure figures: nothing in this room knows a database, a clock, a page or a deal file.
 *
 * <p>{@link org.prorata.calc.Money} is a count of minor units; {@link org.prorata.calc.Fraction} is everything that is not yet
 * rounded. {@link org.prorata.calc.Split} divides a total among lenders so that the slices add up and nobody drifts.
 * {@link org.prorata.calc.DayCount}, {@link org.prorata.calc.Accrual} and {@link org.prorata.calc.Cut} make interest;
 * {@link org.prorata.calc.BusinessDays}, {@link org.prorata.calc.Convention} and {@link org.prorata.calc.Schedule} make dates.
 *
 * <p>Every function here gives the same answer for the same arguments, at any size of number, and no figure passes through binary
 * floating point. What cannot be answered is refused with an exception that names the value; nothing is guessed. The room imports the
 * JDK, and Strata for the holidays of London, New York and Toronto.
 */
package org.prorata.calc;
