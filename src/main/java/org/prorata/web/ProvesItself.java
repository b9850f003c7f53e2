package org.prorata.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a resource method whose requests come from a server and from no page, and whose body proves by a signature who sent it: neither origin nor token is asked for, and no cookie of theirs counts. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ProvesItself {
}
