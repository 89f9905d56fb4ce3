package dev.halftone.core.safety;

import java.util.ArrayList;
import java.util.List;

/**
 * Several who must all agree, asked one after another. The first who objects, or cannot be asked,
 * ends it: whoever comes later hears no words that were refused already.
 */
public final class EveryCheck implements PromptCheck {

    private static final String AND = ":";

    private final List<PromptCheck> checks;

    /** At least one. */
    public EveryCheck(List<PromptCheck> checks) {
        this.checks = List.copyOf(checks);
        if (checks.isEmpty()) {
            throw new IllegalArgumentException("Somebody has to judge");
        }
    }

    @Override
    public Outcome check(List<String> words) {
        List<String> checkers = new ArrayList<>();
        for (PromptCheck check : checks) {
            switch (check.check(words)) {
                case Outcome.Passed(String checker) -> checkers.add(checker);
                case Outcome.Refused refused -> {
                    return refused;
                }
                case Outcome.Unavailable unavailable -> {
                    return unavailable;
                }
            }
        }
        String all = String.join(AND, checkers);
        return new Outcome.Passed(Verdict.isName(all) ? all : checkers.getLast());
    }
}
