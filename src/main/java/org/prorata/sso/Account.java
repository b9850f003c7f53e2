package org.prorata.sso;

/**
 * Somebody's account at the provider, as the provider's signature says.
 *
 * @param subject  by which the provider knows it for ever
 * @param email    null where the provider says none
 * @param verified whether the provider says that the address is its owner's
 * @param sid      the provider's session; null where it says none
 * @param idToken  in which all of that stands
 */
record Account(String issuer, String subject, String email, boolean verified, String sid, String idToken) {
}
