package org.prorata.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a resource method that takes a form and can show its page again with what was typed, having done nothing: it asks {@link TypedForm#onlyShown()} before it does anything. What was typed
 * where the session had ended is kept for these methods alone, and comes back to them; a test sends each of them a form to be shown only.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ShowsAgain {
}
