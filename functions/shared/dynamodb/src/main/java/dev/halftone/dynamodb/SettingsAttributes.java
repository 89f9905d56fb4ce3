package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.n;
import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.asset.AssetId;
import dev.halftone.core.asset.AssetType;
import dev.halftone.core.catalogue.InputRole;
import dev.halftone.core.generation.Guidance;
import dev.halftone.core.generation.Input;
import dev.halftone.core.generation.Settings;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What was asked for beside a prompt and a form; only what was said is there. */
final class SettingsAttributes {

    private static final String NEGATIVE_PROMPT = "negativePrompt"; // S
    private static final String SEED = "seed"; // N
    private static final String INPUTS = "inputs"; // L of M, in order
    private static final String ROLE = "role"; // S
    private static final String ASSET = "asset"; // S
    private static final String TYPE = "type"; // S, content type
    private static final String WATERMARK = "watermark"; // BOOL, where it is wanted
    private static final String DIRECTION = "direction"; // S
    private static final String ORIGINAL_PROMPT = "originalPrompt"; // S
    private static final String GUIDANCE = "guidance"; // M

    private SettingsAttributes() {}

    static Map<String, AttributeValue> write(Settings settings) {
        Map<String, AttributeValue> map = new HashMap<>();
        if (settings.negativePrompt() != null) {
            map.put(NEGATIVE_PROMPT, s(settings.negativePrompt()));
        }
        if (settings.seed() != null) {
            map.put(SEED, n(settings.seed()));
        }
        if (!settings.inputs().isEmpty()) {
            map.put(
                    INPUTS,
                    AttributeValue.fromL(
                            settings.inputs().stream().map(SettingsAttributes::write).toList()));
        }
        if (settings.watermark()) {
            map.put(WATERMARK, AttributeValue.fromBool(true));
        }
        if (settings.direction() != null) {
            map.put(DIRECTION, s(settings.direction()));
        }
        if (settings.originalPrompt() != null) {
            map.put(ORIGINAL_PROMPT, s(settings.originalPrompt()));
        }
        if (!settings.guidance().equals(Guidance.NONE)) {
            map.put(GUIDANCE, AttributeValue.fromM(GuidanceAttributes.write(settings.guidance())));
        }
        return map;
    }

    private static AttributeValue write(Input input) {
        return AttributeValue.fromM(
                Map.of(
                        ROLE, s(input.role().name().toLowerCase(Locale.ROOT)),
                        ASSET, s(input.asset().value()),
                        TYPE, s(input.type().contentType())));
    }

    static Settings read(Attributes map) {
        return new Settings(
                map.optionalText(NEGATIVE_PROMPT).orElse(null),
                map.optionalNumber(SEED).map(Math::toIntExact).orElse(null),
                map.has(INPUTS)
                        ? map.list(INPUTS).stream().map(SettingsAttributes::input).toList()
                        : List.of(),
                map.has(WATERMARK) && map.flag(WATERMARK),
                map.optionalText(DIRECTION).orElse(null),
                map.optionalText(ORIGINAL_PROMPT).orElse(null),
                map.optionalAttributes(GUIDANCE)
                        .map(GuidanceAttributes::read)
                        .orElse(Guidance.NONE));
    }

    private static Input input(Attributes map) {
        String role = map.text(ROLE);
        String type = map.text(TYPE);
        return new Input(
                Arrays.stream(InputRole.values())
                        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(role))
                        .findFirst()
                        .orElseThrow(() -> unknown(role)),
                new AssetId(map.text(ASSET)),
                AssetType.parse(type).orElseThrow(() -> unknown(type)));
    }

    private static PermanentFailure unknown(String word) {
        return new PermanentFailure("dynamodb", "a generation is made from " + word);
    }
}
