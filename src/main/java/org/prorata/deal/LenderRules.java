package org.prorata.deal;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.prorata.web.Problem;

/** What a lender's details may be, whichever way they come in: by a file, a form or the API. */
public final class LenderRules {

    public static final int MOST_FORMER_NAMES = 20;
    public static final int MOST_CONTACTS = 10;
    private static final int LONGEST_NAME = SheetRules.LONGEST_NAME;
    static final int LONGEST_ROLE = 100;
    private static final int LONGEST_EMAIL = 254;
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final Pattern EMAIL = Pattern.compile("[\\p{L}\\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@([\\p{L}\\p{N}-]{1,63}\\.){1,8}\\p{L}{2,63}");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9(][0-9 ()./-]{3,38}[0-9)]");

    private LenderRules() {
    }

    /** Everything wrong with the details by field, such as {@code contacts[0].email}; empty where nothing is. @param today in the deal's zone */
    public static List<Problem> problems(LenderDetails details, LocalDate today) {
        List<Problem> problems = new ArrayList<>();
        text(details.name(), LONGEST_NAME, "the legal name").ifPresent(right -> problems.add(new Problem("name", details.name(), right)));
        if (details.lei() != null) {
            Lei.wrong(details.lei()).ifPresent(right -> problems.add(new Problem("lei", details.lei(), right)));
        }
        if (details.group() != null) {
            text(details.group(), LONGEST_NAME, "the group's name").ifPresent(right -> problems.add(new Problem("group", details.group(), right)));
        }
        formerNames(details, today, problems);
        contacts(details.contacts(), problems);
        return problems;
    }

    private static void formerNames(LenderDetails details, LocalDate today, List<Problem> problems) {
        if (details.formerNames().size() > MOST_FORMER_NAMES) {
            problems.add(new Problem("formerNames", null, "At most " + MOST_FORMER_NAMES + " former names"));
        }
        Set<FormerName> once = new HashSet<>();
        for (int i = 0; i < details.formerNames().size(); i++) {
            FormerName former = details.formerNames().get(i);
            String field = "formerNames[" + i + "].";
            Optional<String> wrong = text(former.name(), LONGEST_NAME, "the name it had");
            wrong.ifPresent(right -> problems.add(new Problem(field + "name", former.name(), right)));
            if (wrong.isEmpty() && former.name().equals(details.name())) {
                problems.add(new Problem(field + "name", former.name(), "This is the name it has now"));
            } else if (!once.add(former)) {
                problems.add(new Problem(field + "name", former.name(), "Name it once"));
            }
            until(former.until(), today).ifPresent(right -> problems.add(new Problem(field + "until", former.until().toString(), right)));
        }
    }

    private static void contacts(List<Contact> contacts, List<Problem> problems) {
        if (contacts.size() > MOST_CONTACTS) {
            problems.add(new Problem("contacts", null, "At most " + MOST_CONTACTS + " contacts"));
        }
        Set<Contact> once = new HashSet<>();
        for (int i = 0; i < contacts.size(); i++) {
            Contact contact = contacts.get(i);
            String field = "contacts[" + i + "].";
            text(contact.name(), LONGEST_NAME, "the contact's name").ifPresent(right -> problems.add(new Problem(field + "name", contact.name(), right)));
            if (!once.add(contact)) {
                problems.add(new Problem(field + "name", contact.name(), "Name it once"));
            }
            if (contact.role() != null) {
                text(contact.role(), LONGEST_ROLE, "what the contact is for").ifPresent(right -> problems.add(new Problem(field + "role", contact.role(), right)));
            }
            if (contact.email() != null) {
                email(contact.email()).ifPresent(right -> problems.add(new Problem(field + "email", contact.email(), right)));
            }
            if (contact.phone() != null) {
                phone(contact.phone()).ifPresent(right -> problems.add(new Problem(field + "phone", contact.phone(), right)));
            }
        }
    }

    private static Optional<String> text(String text, int longest, String what) {
        if (text == null || text.isBlank()) {
            return Optional.of("Write " + what + " here");
        }
        if (text.length() > longest) {
            return Optional.of("At most " + longest + " characters; this has " + text.length());
        }
        return SheetText.hasControl(text) ? Optional.of("Write it in one line, without characters that cannot be seen") : Optional.empty();
    }

    static Optional<String> until(LocalDate until, LocalDate today) {
        return until == null || !until.isBefore(EARLIEST) && !until.isAfter(today) ? Optional.empty()
                : Optional.of("A day from " + EARLIEST + " to today, " + today + "; leave it out where it is not known");
    }

    static Optional<String> email(String email) {
        return email.length() <= LONGEST_EMAIL && EMAIL.matcher(email).matches() ? Optional.empty() : Optional.of("An e-mail address, like payments@example.com");
    }

    static Optional<String> phone(String phone) {
        return PHONE.matcher(phone).matches() ? Optional.empty()
                : Optional.of("A telephone number of 5 to 40 digits, spaces, brackets, points, strokes and hyphens, like +1 604 555 0100");
    }

    /** A legal name as it is compared: whatever its capitals, and whatever spaces of whatever kind stand between its words. */
    public static String plain(String name) {
        return SPACES.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC)).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    /** Whether two legal names are one, as the register sees it. */
    public static boolean same(String name, String other) {
        return plain(name).equals(plain(other));
    }
}
