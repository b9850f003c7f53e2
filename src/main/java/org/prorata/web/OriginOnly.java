package org.prorata.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a resource method for programs that opens a session and so cannot ask for its token: only the request's origin is checked (S5). */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OriginOnly {
}
