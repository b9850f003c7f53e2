package org.prorata.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.prorata.deal.Contact;
import org.prorata.deal.FormerName;
import org.prorata.deal.LenderDetails;

/** What changes in a lender's details, told in full: the approver decides on it. */
final class DetailWords {

    private static final String NOTHING = "none";

    private DetailWords() {
    }

    static String changes(LenderDetails before, LenderDetails after) {
        List<String> words = new ArrayList<>();
        change("legal name", before.name(), after.name(), words);
        change("LEI", before.lei(), after.lei(), words);
        change("group", before.group(), after.group(), words);
        if (before.published() != after.published()) {
            words.add("name " + (after.published() ? "published" : "no longer published"));
        }
        formerNames(before.formerNames(), after.formerNames(), words);
        lists("contact", before.contacts().stream().map(DetailWords::words).toList(), after.contacts().stream().map(DetailWords::words).toList(), words);
        return String.join("; ", words);
    }

    private static void change(String what, String before, String after, List<String> words) {
        if (!Objects.equals(before, after)) {
            words.add(what + ": " + (before == null ? NOTHING : before) + " → " + (after == null ? NOTHING : after));
        }
    }

    /** Where a name only got another last day, that is what is told. */
    private static void formerNames(List<FormerName> before, List<FormerName> after, List<String> words) {
        List<FormerName> was = new ArrayList<>(before);
        List<FormerName> is = new ArrayList<>(after);
        for (FormerName old : before) {
            after.stream().filter(each -> each.name().equals(old.name()) && !after.contains(old) && !before.contains(each) && is.contains(each)).findFirst().ifPresent(other -> {
                words.add("former name " + old.name() + ": " + until(old) + " → " + until(other));
                was.remove(old);
                is.remove(other);
            });
        }
        lists("former name", was.stream().map(DetailWords::words).toList(), is.stream().map(DetailWords::words).toList(), words);
    }

    private static String until(FormerName former) {
        return "until " + (former.until() == null ? "not known" : former.until().toString());
    }

    private static void lists(String what, List<String> before, List<String> after, List<String> words) {
        before.stream().filter(each -> !after.contains(each)).forEach(gone -> words.add(what + " removed: " + gone));
        after.stream().filter(each -> !before.contains(each)).forEach(come -> words.add(what + " added: " + come));
        if (!before.equals(after) && before.size() == after.size() && before.containsAll(after)) {
            words.add(what + "s in another order");
        }
    }

    /** As it stands in files and titles: the name, and in brackets until when. */
    static String words(FormerName former) {
        return former.name() + (former.until() == null ? "" : " (until " + former.until() + ")");
    }

    private static String words(Contact contact) {
        String how = Stream.of(contact.role(), contact.email(), contact.phone()).filter(Objects::nonNull).collect(Collectors.joining(", "));
        return contact.name() + (how.isEmpty() ? "" : " (" + how + ")");
    }
}
