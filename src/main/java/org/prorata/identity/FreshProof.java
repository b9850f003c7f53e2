package org.prorata.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a resource method whose caller must have proved who it is within the last {@code prorata.proof.lasts}. Where that is longer ago it is asked first, and what it
 * typed is kept; the room {@code factor} asks. A method of a form takes its fields as {@code application/x-www-form-urlencoded}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface FreshProof {
}
