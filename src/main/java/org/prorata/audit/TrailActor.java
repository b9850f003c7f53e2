package org.prorata.audit;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;

/**
 * Who acts in this request and from where, for the trail, and whether other lenders' figures are shown to it. Set by the rooms that know users and deals; methods only,
 * never fields (the proxy is shared).
 */
@RequestScoped
public class TrailActor {

    private UUID userId;
    private String userName = "";
    private String address = "";
    private boolean seesOthers;
    private UUID deal;
    private boolean wrote;

    /** The network address the request came from. */
    public void from(String remoteAddress) {
        this.address = remoteAddress == null ? "" : remoteAddress;
    }

    public void signedIn(UUID id, String name) {
        this.userId = id;
        this.userName = name;
    }

    /**
     * This request shows figures of lenders that the one who asks does not act for, as the agent's and an auditor's do: {@link Views} makes a row of it.
     *
     * @param of the deal; null where they are of several
     */
    public void seesOthers(UUID of) {
        this.seesOthers = true;
        this.deal = of;
    }

    /** Null where nobody is signed in. */
    public UUID userId() {
        return userId;
    }

    /** Empty where nobody is signed in. */
    public String userName() {
        return userName;
    }

    /** Empty where it is not known. */
    public String address() {
        return address;
    }

    boolean sawOthers() {
        return seesOthers;
    }

    /** Null where several deals were shown. */
    UUID deal() {
        return deal;
    }

    /** This request has a row of its own that stands. */
    void wrote() {
        this.wrote = true;
    }

    boolean hasRow() {
        return wrote;
    }
}
