package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.n;
import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.brief.BriefId;
import dev.halftone.core.generation.Guidance;
import dev.halftone.core.generation.Guidance.Cast;
import dev.halftone.core.generation.Section;
import dev.halftone.core.project.ProjectId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What an order took from its owner's library; only what it took is there. */
final class GuidanceAttributes {

    private static final String PROJECT = "project"; // S
    private static final String LOOK = "look"; // S
    private static final String BRIEF = "brief"; // S
    private static final String BRIEF_VERSION = "briefVersion"; // N
    private static final String CHARACTER = "character"; // S, the name of the brief
    private static final String DESCRIPTION = "description"; // S, the text of the brief
    private static final String ATTRIBUTES = "attributes"; // M of S, by section

    private GuidanceAttributes() {}

    static Map<String, AttributeValue> write(Guidance guidance) {
        Map<String, AttributeValue> map = new HashMap<>();
        if (guidance.project() != null) {
            map.put(PROJECT, s(guidance.project().value()));
        }
        if (guidance.look() != null) {
            map.put(LOOK, s(guidance.look()));
        }
        Cast cast = guidance.cast();
        if (cast != null) {
            map.put(BRIEF, s(cast.brief().value()));
            map.put(BRIEF_VERSION, n(cast.version()));
            map.put(CHARACTER, s(cast.name()));
            map.put(DESCRIPTION, s(cast.text()));
        }
        if (!guidance.attributes().isEmpty()) {
            Map<String, AttributeValue> sections = new HashMap<>();
            guidance.attributes().forEach((each, text) -> sections.put(each.label(), s(text)));
            map.put(ATTRIBUTES, AttributeValue.fromM(sections));
        }
        return map;
    }

    static Guidance read(Attributes map) {
        return new Guidance(
                map.optionalText(PROJECT).map(ProjectId::new).orElse(null),
                map.optionalText(LOOK).orElse(null),
                map.optionalText(BRIEF).map(brief -> cast(brief, map)).orElse(null),
                map.optionalAttributes(ATTRIBUTES)
                        .map(GuidanceAttributes::sections)
                        .orElse(Map.of()));
    }

    private static Cast cast(String brief, Attributes map) {
        return new Cast(
                new BriefId(brief),
                Math.toIntExact(map.number(BRIEF_VERSION)),
                map.text(CHARACTER),
                map.text(DESCRIPTION));
    }

    private static Map<Section, String> sections(Attributes stored) {
        Map<Section, String> sections = new EnumMap<>(Section.class);
        for (Section each : Section.values()) {
            stored.optionalText(each.label()).ifPresent(text -> sections.put(each, text));
        }
        return sections;
    }
}
