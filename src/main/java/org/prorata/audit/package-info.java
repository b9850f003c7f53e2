/**
 * The trail: an append-only record of sign-ins, looks at lenders' figures, proposals, approvals, refusals and downloads. Rooms write to it with {@link
 * org.prorata.audit.Trail}, {@link org.prorata.audit.Views} tells what was shown; {@code /audit} shows it to the agent. The portal's role in the database can add and read
 * rows and nothing else, and row-level security shows them to the agent of the deal alone. The database chains the rows by hashes; {@link org.prorata.audit.TrailHeads}
 * says day by day where each chain ends, and {@link org.prorata.audit.VerifyTrail} verifies an export with nothing but the JDK.
 *
 * <p>A base room: it knows users and deals by id only and uses {@code web}.
 */
package org.prorata.audit;
