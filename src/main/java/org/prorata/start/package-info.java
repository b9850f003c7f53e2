/**
 * Starting and stopping the portal as a process: {@link org.prorata.start.Portal} is its main class,
 * {@link org.prorata.start.EmbeddedPostgres} the database it brings along in a {@link org.prorata.start.DataFolder},
 * {@code OutsideDatabase} the checks of one that is already there. Nothing of ours uses this room (tests may), and it
 * uses nothing of ours but {@link org.prorata.web.StartupNotice}.
 */
package org.prorata.start;
