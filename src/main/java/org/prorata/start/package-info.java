/**
 * Starting and stopping the portal as a process, and the PostgreSQL it brings along:
 * {@link org.prorata.start.EmbeddedPostgres} in a {@link org.prorata.start.DataFolder}.
 * Nothing of ours uses this room (tests may).
 */
package org.prorata.start;
