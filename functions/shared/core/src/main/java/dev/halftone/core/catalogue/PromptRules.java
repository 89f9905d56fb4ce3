package dev.halftone.core.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What may not be asked for, and who says whether it is.
 *
 * @param checker the provider that is asked
 * @param model which of its models judges
 * @param refuses the categories of its judgement that refuse a request, the gravest first
 */
public record PromptRules(ProviderEntry checker, String model, List<String> refuses) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_./:-]{0,59}");

    public PromptRules {
        refuses = List.copyOf(refuses);
        if (!NAME.matcher(model).matches()
                || !refuses.stream().allMatch(each -> NAME.matcher(each).matches())) {
            throw new IllegalArgumentException("has a model and categories of one short word each");
        }
        if (refuses.isEmpty() || new HashSet<>(refuses).size() != refuses.size()) {
            throw new IllegalArgumentException("refuses something, each but once");
        }
    }
}
