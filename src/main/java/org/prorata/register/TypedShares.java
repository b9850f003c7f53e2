package org.prorata.register;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.prorata.register.ShareForm.Share;
import org.prorata.web.Formats;

/**
 * What was typed, read as far as it can be: the payload of a proposal, and from which rows of the form its shares come.
 *
 * @param dateRead whether the date is one; where none was typed it is null and not read
 * @param existing how many of the shares are of lenders who are in the register; those behind are new ones
 * @param freshRow the row of the form of each new one
 */
record TypedShares(String kind, ShareForm form, boolean dateRead, int existing, List<Integer> freshRow) {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    static TypedShares read(ShareTyped typed) {
        String kind = ReplaceOpening.KIND.equals(typed.kind) ? ReplaceOpening.KIND : MoveShares.KIND;
        Optional<LocalDate> on = date(typed.on);
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < ShareTyped.size(typed.lender); i++) {
            shares.add(new Share(ShareTyped.at(typed.lender, i), null, Formats.typed(ShareTyped.at(typed.value, i))));
        }
        int existing = shares.size();
        List<Integer> freshRow = new ArrayList<>();
        for (int i = 0; i < ShareTyped.size(typed.newLender); i++) {
            String handle = ShareTyped.at(typed.newLender, i).strip();
            String name = ShareTyped.at(typed.newName, i).strip();
            String value = ShareTyped.at(typed.newValue, i).strip();
            if (!handle.isEmpty() || !name.isEmpty() || !value.isEmpty()) {
                shares.add(new Share(handle, name, Formats.typed(value)));
                freshRow.add(i);
            }
        }
        String tranche = typed.tranche == null || typed.tranche.isBlank() ? null : typed.tranche;
        String unit = "percent".equals(typed.unit) ? "percent" : "amount";
        boolean opening = kind.equals(ReplaceOpening.KIND);
        return new TypedShares(kind, new ShareForm(opening ? null : on.orElse(null), tranche, unit, shares), opening || on.isPresent(), existing, freshRow);
    }

    static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text == null ? "" : text.strip())).filter(date -> date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR);
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
