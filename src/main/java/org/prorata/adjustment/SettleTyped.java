package org.prorata.adjustment;

import java.util.List;
import org.jboss.resteasy.reactive.RestForm;

/** The form that settles an adjustment, just as it was typed. */
public class SettleTyped {

    @RestForm List<String> lenders;
    @RestForm String on;
    @RestForm String how;
    @RestForm String reason;
    @RestForm String reference;
    /** The deal's version that the form was made from. */
    @RestForm String version;
    /** Makes a form that is sent twice count once. */
    @RestForm String key;

    Long baseVersion() {
        return version != null && version.matches("\\d{1,18}") ? Long.valueOf(version) : null;
    }
}
