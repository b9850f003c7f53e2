package org.prorata.audit;

/**
 * Where a chain was said to be: its row of that number has that hash. Nothing but the JDK.
 *
 * @param end whether an export says that its rows of the chain end here
 */
record ChainHead(String chain, long no, String hash, boolean end) {
}
