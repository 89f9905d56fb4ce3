package dev.halftone.core.profile;

import dev.halftone.core.generation.Guidance;
import dev.halftone.core.generation.Section;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What people are offered for each section; they may say anything else. */
public record Suggestions(Map<Section, List<String>> bySection) {

    public static final Suggestions NONE = new Suggestions(Map.of());

    /** More than that nobody reads. */
    public static final int EACH_MAX = 16;

    public Suggestions {
        EnumMap<Section, List<String>> copy = new EnumMap<>(Section.class);
        for (Section section : Section.values()) {
            List<String> offered = List.copyOf(bySection.getOrDefault(section, List.of()));
            if (offered.size() > EACH_MAX
                    || !offered.stream().allMatch(Guidance::isAttribute)
                    || offered.stream().distinct().count() < offered.size()) {
                throw new IllegalArgumentException(
                        "For each section 16 different attributes are suggested at most");
            }
            copy.put(section, offered);
        }
        bySection = Map.copyOf(copy);
    }

    public List<String> of(Section section) {
        return bySection.getOrDefault(section, List.of());
    }
}
