package org.prorata.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a resource method that takes a form of a page which is open to all: there may be no session whose token it could carry, and it must not be another's, so it carries
 * that of the browser, which stands in a cookie of its own (S5). It keeps anybody from signing a browser in as somebody else.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OfThisBrowser {
}
