package org.prorata.register;

import java.util.List;
import org.prorata.web.Problems;
import org.prorata.web.Refused;

/**
 * The form that changes a lender's details as its page shows it: what stands or is typed, and what is wrong beside it.
 *
 * @param was     the legal name as it stands
 * @param refused the rule that stands against what was just proposed; null where none does
 */
record LenderSheet(String deal, String lender, String was, String name, String lei, String group, boolean published, List<FormerRow> formerNames, List<ContactRow> contacts,
        String reason, String reference, long version, String key, Problems problems, Refused refused) {

    /** What is wrong with a field is null where nothing is. */
    record FormerRow(String name, String until, String nameProblem, String untilProblem) {
    }

    record ContactRow(String name, String role, String email, String phone, String nameProblem, String roleProblem, String emailProblem, String phoneProblem) {
    }
}
