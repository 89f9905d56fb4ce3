package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.generation.Admission;
import dev.halftone.core.safety.Verdict;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** By what a generation was let in; absent where nothing is to be said. */
final class AdmissionAttributes {

    private static final String SAFETY = "safety"; // M of a verdict
    private static final String PLAN = "plan"; // S, absent of the usual one
    private static final String RULE = "rule"; // S
    private static final String CHECKER = "checker"; // S
    private static final String AT = "at"; // S, instant

    private AdmissionAttributes() {}

    static Map<String, AttributeValue> write(Admission admission) {
        Map<String, AttributeValue> item = new HashMap<>();
        if (admission.verdict() != null) {
            item.put(SAFETY, AttributeValue.fromM(write(admission.verdict())));
        }
        if (admission.plan() != null) {
            item.put(PLAN, s(admission.plan()));
        }
        return item;
    }

    static Map<String, AttributeValue> write(Verdict verdict) {
        return Map.of(RULE, s(verdict.rule()), CHECKER, s(verdict.checker()), AT, s(verdict.at()));
    }

    static Admission read(Attributes item) {
        return new Admission(
                item.optionalAttributes(SAFETY).map(AdmissionAttributes::verdict).orElse(null),
                item.optionalText(PLAN).orElse(null));
    }

    static Verdict verdict(Attributes item) {
        return new Verdict(item.text(RULE), item.text(CHECKER), item.instant(AT));
    }
}
