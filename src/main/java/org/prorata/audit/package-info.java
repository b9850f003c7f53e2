/**
 * The trail: an append-only record of sign-ins, proposals, approvals, refusals and downloads. Rooms write to it with {@link
 * org.prorata.audit.Trail}; {@code /audit} shows it to the agent. The portal's role in the database can add and read rows and nothing else,
 * and row-level security shows them to the agent of the deal alone.
 *
 * <p>A base room: it knows users and deals by id only and uses {@code web}.
 */
package org.prorata.audit;
