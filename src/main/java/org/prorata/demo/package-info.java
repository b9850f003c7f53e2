/** The demonstration: the real deal and users whose passwords everybody may read, made at the first start where {@code prorata.demo} is on. */
package org.prorata.demo;
