package org.prorata.allocation;

import java.util.List;

/**
 * A calculation's own figures, as stored.
 *
 * @param illustrative does any opening position still stand that nobody entered and approved?
 */
public record Body(boolean illustrative, List<Line> lines) {}
