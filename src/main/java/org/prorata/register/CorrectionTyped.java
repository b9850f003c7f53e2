package org.prorata.register;

import java.util.List;
import org.jboss.resteasy.reactive.RestForm;

/** The form that puts a transfer right, just as it was typed; the lists {@code lender}, {@code tranche} and {@code amount} run side by side. */
public class CorrectionTyped {

    @RestForm List<String> lender;
    @RestForm List<String> tranche;
    @RestForm List<String> amount;
    @RestForm String reason;
    @RestForm String reference;
    /** The deal's version that the form was made from. */
    @RestForm String version;
    /** Makes a form that is sent twice count once. */
    @RestForm String key;

    Long baseVersion() {
        return version != null && version.matches("\\d{1,18}") ? Long.valueOf(version) : null;
    }

    int rows() {
        return ShareTyped.size(lender);
    }
}
