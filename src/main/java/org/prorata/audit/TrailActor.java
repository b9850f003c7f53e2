package org.prorata.audit;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;

/** Who acts in this request and from where, for the trail. Set by the room that knows users; methods only, never fields (the proxy is shared). */
@RequestScoped
public class TrailActor {

    private UUID userId;
    private String userName = "";
    private String address = "";

    /** The network address the request came from. */
    public void from(String remoteAddress) {
        this.address = remoteAddress == null ? "" : remoteAddress;
    }

    public void signedIn(UUID id, String name) {
        this.userId = id;
        this.userName = name;
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
}
