package org.prorata.browser;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips journeys on a machine without Chromium and says why; with {@code -Dbrowser.required=true} they run, and so fail, instead. */
final class WhereChromiumIs implements ExecutionCondition {

    private static final String REQUIRED = "browser.required";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Boolean.getBoolean(REQUIRED)) {
            return ConditionEvaluationResult.enabled(REQUIRED + " is true");
        }
        return Chromium.installed().map(program -> ConditionEvaluationResult.enabled(program.toString()))
                .orElseGet(() -> ConditionEvaluationResult.disabled(Chromium.MISSING + " With -D" + REQUIRED + "=true this is a failure."));
    }
}
