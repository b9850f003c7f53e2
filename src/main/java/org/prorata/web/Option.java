package org.prorata.web;

/** One choice of a {@code {#selectField}}. */
public record Option(String value, String text) {
}
