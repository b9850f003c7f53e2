package org.prorata.register;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.prorata.approval.ProposalTyped;
import org.prorata.web.Formats;

/**
 * The form that updates shares, just as it was typed. The lists of one table run side by side: {@code lender}, {@code value} and {@code was}; {@code newLender},
 * {@code newName} and {@code newValue}.
 */
public class ShareTyped extends ProposalTyped {

    @RestForm String kind;
    @RestForm String on;
    @RestForm String tranche;
    @RestForm String unit;
    @RestForm List<String> lender;
    @RestForm List<String> value;
    /** What stood in the field when the page was made: where it still does, nobody typed there. */
    @RestForm List<String> was;
    @RestForm List<String> newLender;
    @RestForm List<String> newName;
    @RestForm List<String> newValue;
    /** Lines of a spreadsheet, and whether the button that takes them was pressed. */
    @RestForm String pasted;
    @RestForm String paste;
    /** Pressed for more rows of new lenders. */
    @RestForm String more;

    /** The choices that an address can make. */
    public static class Choices {
        @RestQuery String kind;
        @RestQuery String on;
        @RestQuery String tranche;
        @RestQuery String unit;
        /** A proposal whose content the form takes up. */
        @RestQuery UUID from;
    }

    static ShareTyped of(Choices choices) {
        ShareTyped typed = new ShareTyped();
        typed.kind = choices.kind;
        typed.on = choices.on;
        typed.tranche = choices.tranche;
        typed.unit = choices.unit;
        return typed;
    }

    /** What an earlier proposal asked for, to be asked for again. */
    static ShareTyped of(String kind, JsonNode payload, String reason, String reference) {
        ShareTyped typed = new ShareTyped();
        typed.kind = kind;
        typed.on = payload.path("on").asText("");
        typed.tranche = payload.path("tranche").asText("");
        typed.unit = payload.path("unit").asText("");
        typed.reason = reason;
        typed.reference = reference;
        typed.lender = new ArrayList<>();
        typed.value = new ArrayList<>();
        typed.newLender = new ArrayList<>();
        typed.newName = new ArrayList<>();
        typed.newValue = new ArrayList<>();
        for (JsonNode share : payload.path("shares")) {
            boolean fresh = share.hasNonNull("name");
            (fresh ? typed.newLender : typed.lender).add(share.path("lender").asText(""));
            (fresh ? typed.newValue : typed.value).add(Formats.inForm(share.path("value").asText("")));
            if (fresh) {
                typed.newName.add(share.path("name").asText(""));
            }
        }
        return typed;
    }

    boolean pastes() {
        return "1".equals(paste) && pasted != null && !pasted.isBlank();
    }

    /** As if the figures that were read had been typed in their lenders' fields; the others stay as they are. */
    void takes(PastedShares read) {
        lender = new ArrayList<>(lender == null ? List.of() : lender);
        value = new ArrayList<>(value == null ? List.of() : value);
        was = was == null ? null : new ArrayList<>(was);
        read.values().forEach((handle, figure) -> {
            if (!lender.contains(handle)) {
                lender.add(handle);
            }
        });
        for (int i = 0; i < lender.size(); i++) {
            String figure = read.values().get(lender.get(i));
            while (value.size() <= i) {
                value.add("");
            }
            if (figure != null) {
                value.set(i, figure);
            }
        }
        pasted = read.left();
    }

    static String at(List<String> list, int i) {
        return list == null || i >= list.size() || list.get(i) == null ? "" : list.get(i);
    }

    static int size(List<String> list) {
        return list == null ? 0 : list.size();
    }
}
