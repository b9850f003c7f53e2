/**
 * The register (rule F3): who the lenders are and, append-only, every change of their principal with both its times. A {@link
 * org.prorata.register.Position position} is never stored; it is the sum of {@link org.prorata.register.Entry entries}.
 */
package org.prorata.register;
