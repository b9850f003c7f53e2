package org.prorata.web;

/**
 * One thing wrong with what was asked or typed.
 *
 * @param field   the form field, query parameter or JSON pointer; null where the whole is wrong
 * @param value   what was found there, as it was given; null where nothing was, or where it must not be shown again
 * @param message what would be right, in plain words
 */
public record Problem(String field, String value, String message) {
}
