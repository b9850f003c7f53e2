/**
 * What is due between lenders because something already paid turns out to have been split over wrong shares (rule F13): raised by the room that splits, settled by the
 * agent, and shown to each lender as its own.
 */
package org.prorata.adjustment;
