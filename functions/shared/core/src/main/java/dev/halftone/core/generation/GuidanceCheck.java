package dev.halftone.core.generation;

import dev.halftone.core.account.UserId;
import dev.halftone.core.brief.Brief;
import dev.halftone.core.brief.BriefId;
import dev.halftone.core.catalogue.Model;
import dev.halftone.core.generation.Guidance.Cast;
import dev.halftone.core.generation.SettingsCheck.Outcome.Refused;
import dev.halftone.core.project.Project;
import dev.halftone.core.project.ProjectId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what an order names of its owner's library, and keeps the words as they are now. */
final class GuidanceCheck {

    private static final String PROJECT = "project";
    private static final String BRIEF = "brief";
    private static final String ATTRIBUTES = "attributes";

    private final Belongings belongings;

    GuidanceCheck(Belongings belongings) {
        this.belongings = belongings;
    }

    /** Whether all of it is there. */
    sealed interface Outcome {

        record Found(Guidance guidance) implements Outcome {}

        record Missing(Refused refused) implements Outcome {}
    }

    Outcome check(UserId user, Model model, Asked.Extras extras) {
        Asked.Guided guided = extras.guided();
        if (guided.equals(Asked.Guided.NONE)) {
            return new Outcome.Found(Guidance.NONE);
        }
        Optional<Refused> refused = refusal(model, guided);
        if (refused.isPresent()) {
            return new Outcome.Missing(refused.get());
        }
        Optional<Project> project = project(user, guided.project());
        if (guided.project() != null && project.isEmpty()) {
            return missing(PROJECT, "unknown_project");
        }
        Optional<Brief> brief = brief(user, guided);
        if (guided.brief() != null && brief.isEmpty()) {
            return missing(BRIEF, "unknown_brief");
        }
        boolean open = extras.direction() == null && model.isDirected();
        return new Outcome.Found(
                new Guidance(
                        project.map(Project::id).orElse(null),
                        open ? project.map(Project::direction).orElse(null) : null,
                        brief.map(Cast::of).orElse(null),
                        sections(guided.attributes())));
    }

    /** Whose words they are that the model has no room for; the order's own share it first. */
    static Optional<Refused> tooLong(Model model, String prompt, Settings settings) {
        String words = GenerationRequest.words(prompt, settings);
        if (words.codePointCount(0, words.length()) <= model.limits().promptCharactersMax()) {
            return Optional.empty();
        }
        Guidance guidance = settings.guidance();
        String field =
                guidance.cast() != null
                        ? BRIEF
                        : guidance.attributes().isEmpty() ? PROJECT : ATTRIBUTES;
        return Optional.of(new Refused(field, "too_many_words"));
    }

    private static Optional<Refused> refusal(Model model, Asked.Guided guided) {
        if (guided.brief() == null && guided.briefVersion() != null) {
            return refused(BRIEF, "brief_required");
        }
        if (!model.isDirected()) {
            if (guided.brief() != null) {
                return refused(BRIEF, "unsupported_brief");
            }
            if (!guided.attributes().isEmpty()) {
                return refused(ATTRIBUTES, "unsupported_attributes");
            }
        }
        if (guided.attributes().keySet().stream().anyMatch(GuidanceCheck::isNoSection)) {
            return refused(ATTRIBUTES, "unknown_section");
        }
        return guided.attributes().values().stream().allMatch(Guidance::isAttribute)
                ? Optional.empty()
                : refused(ATTRIBUTES, "invalid_attribute");
    }

    private static boolean isNoSection(String label) {
        return Section.parse(label).isEmpty();
    }

    private Optional<Project> project(UserId user, @Nullable String named) {
        return Optional.ofNullable(named)
                .flatMap(ProjectId::parse)
                .flatMap(id -> belongings.projects().find(user, id));
    }

    /** The wording that is asked for, or else the latest. */
    private Optional<Brief> brief(UserId user, Asked.Guided guided) {
        Integer version = guided.briefVersion();
        return Optional.ofNullable(guided.brief())
                .flatMap(BriefId::parse)
                .flatMap(
                        id ->
                                version == null
                                        ? belongings.briefs().latest(user, id)
                                        : wording(user, id, version));
    }

    private Optional<Brief> wording(UserId user, BriefId id, int version) {
        return version < 1 || version > Brief.VERSIONS_MAX
                ? Optional.empty()
                : belongings.briefs().find(user, id, version);
    }

    private static Map<Section, String> sections(Map<String, String> attributes) {
        Map<Section, String> sections = new EnumMap<>(Section.class);
        attributes.forEach((label, text) -> sections.put(Section.parse(label).orElseThrow(), text));
        return sections;
    }

    private static Optional<Refused> refused(String field, String code) {
        return Optional.of(new Refused(field, code));
    }

    private static Outcome missing(String field, String code) {
        return new Outcome.Missing(new Refused(field, code));
    }
}
