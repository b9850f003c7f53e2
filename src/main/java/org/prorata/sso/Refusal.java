package org.prorata.sso;

/** Why somebody who comes from the provider is not signed in, in words for the trail; and how it is told. */
final class Refusal extends RuntimeException {

    /** How it is told: people learn what they can do about it, and not who is a user. */
    enum Told {
        /** Begin again. */
        AGAIN(400),
        /** The provider did not say, or cannot be asked. */
        PROVIDER(502),
        /** The address is not confirmed there. */
        UNVERIFIED(403),
        /** No user may enter by this account. */
        NOBODY(403);

        private final int status;

        Told(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    private final Told told;
    private final String who;

    Refusal(Told told, String because) {
        this(told, because, null);
    }

    /** @param who the sign-in name or the address it is about; null where nobody is known */
    Refusal(Told told, String because, String who) {
        super(because, null, false, false);
        this.told = told;
        this.who = who;
    }

    Told told() {
        return told;
    }

    String because() {
        return getMessage();
    }

    String who() {
        return who;
    }
}
