package org.prorata.identity;

import java.util.UUID;

/** Fired in the transaction of a sign-in from a new place, as {@link Places} says. @param browser empty where it did not say what it is */
public record SignedInElsewhere(UUID user, String browser, String address) {
}
