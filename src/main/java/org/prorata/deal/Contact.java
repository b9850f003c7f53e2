package org.prorata.deal;

/**
 * Whom to reach at a lender. Only the agent and that lender itself ever see it (rule F12).
 *
 * @param role  such as payments; null where not told, as are the others
 * @param email such as payments@example.com
 * @param phone such as +1 604 555 0100
 */
public record Contact(String name, String role, String email, String phone) {
}
