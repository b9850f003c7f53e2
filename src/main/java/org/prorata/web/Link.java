package org.prorata.web;

/**
 * An entry of a navigation.
 *
 * @param here whether it is the page that is shown
 */
public record Link(String text, String href, boolean here) {
}
