package org.prorata.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a resource method that takes a form and can show its page again with what was typed, having done nothing: it asks {@link TypedForm#onlyShown()} before it does anything. What was typed
 * where the session had ended is kept for these methods alone, and comes back to them. {@link TypedForm#holdsBack()} stands where proposals are made and decided, in case one does not ask.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ShowsAgain {
}
