/**
 * What the borrower owes and when: the {@link org.prorata.payment.PaymentPlan} made from the terms, what was booked as paid, and the changes that book
 * a payment or enter an amount that was unknown.
 */
package org.prorata.payment;
