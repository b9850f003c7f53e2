/** Warrants (rule F8): who holds how many of an issue and what exercising them costs, and the exchange price of principal before and after. */
package org.prorata.warrant;
