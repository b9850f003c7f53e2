/** Prorata: the portal of a loan syndicate. One package a room; see the README for the rooms and the arrows between them. */
package org.prorata;
