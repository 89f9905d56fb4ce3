package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.n;
import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.account.UserId;
import dev.halftone.core.catalogue.ShotPlan;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.GenerationWish;
import dev.halftone.core.storyboard.Edition;
import dev.halftone.core.storyboard.Shot;
import dev.halftone.core.storyboard.Storyboard;
import dev.halftone.core.storyboard.StoryboardId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** A storyboard as one item: some 120 KB if a dozen shots say all that they can. */
final class StoryboardItem {

    static final String PREFIX = "STORYBOARD#";

    private static final String BRIEF = "brief"; // S
    private static final String PLANNED = "planned"; // N, how many shots were asked for
    private static final String MOVING = "moving"; // BOOL
    private static final String PLANNING = "planning"; // S, a generation
    private static final String MODEL = "model"; // S
    private static final String ASPECT_RATIO = "aspectRatio"; // S
    private static final String RESOLUTION = "resolution"; // S
    private static final String SECONDS = "seconds"; // N, of films
    private static final String CREATED_AT = "createdAt"; // S, instant

    // Of the edition; absent until there is one, but for its number, which is 0 then.
    private static final String EDITION = "edition"; // N
    private static final String TITLE = "title"; // S
    private static final String SHOTS = "shots"; // L of M
    private static final String NUMBERED = "numbered"; // N
    private static final String NUMBER = "number"; // N
    private static final String PROMPT = "prompt"; // S

    private StoryboardItem() {}

    static Map<String, AttributeValue> key(UserId owner, StoryboardId id) {
        return LibraryItem.key(owner, PREFIX + id);
    }

    static Map<String, AttributeValue> write(Storyboard storyboard) {
        Map<String, AttributeValue> item = new HashMap<>(key(storyboard.owner(), storyboard.id()));
        GenerationWish form = storyboard.form();
        item.put(Attributes.VERSION, Attributes.version());
        item.put(BRIEF, s(storyboard.brief()));
        item.put(PLANNED, n(storyboard.plan().shots()));
        item.put(MOVING, AttributeValue.fromBool(storyboard.plan().moving()));
        item.put(PLANNING, s(storyboard.planning().value()));
        item.put(MODEL, s(form.model()));
        put(item, ASPECT_RATIO, form.aspectRatio());
        put(item, RESOLUTION, form.resolution());
        if (form.durationSeconds() != null) {
            item.put(SECONDS, n(form.durationSeconds()));
        }
        item.put(CREATED_AT, s(storyboard.createdAt()));
        item.put(EDITION, n(storyboard.version()));
        if (storyboard.edition() != null) {
            item.putAll(write(storyboard.edition()));
        }
        return item;
    }

    private static void put(Map<String, AttributeValue> item, String name, @Nullable String text) {
        if (text != null) {
            item.put(name, s(text));
        }
    }

    private static Map<String, AttributeValue> write(Edition edition) {
        return Map.of(
                TITLE, s(edition.title()),
                SHOTS,
                        AttributeValue.fromL(
                                edition.shots().stream().map(StoryboardItem::write).toList()),
                NUMBERED, n(edition.numbered()));
    }

    private static AttributeValue write(Shot shot) {
        Map<String, AttributeValue> map = new HashMap<>();
        map.put(NUMBER, n(shot.number()));
        map.put(TITLE, s(shot.title()));
        map.put(PROMPT, s(shot.prompt()));
        if (shot.seconds() != null) {
            map.put(SECONDS, n(shot.seconds()));
        }
        return AttributeValue.fromM(map);
    }

    /** On top of the edition before it. */
    static Update edit(String table, UserId owner, StoryboardId id, Edition next) {
        Map<String, AttributeValue> values = new HashMap<>();
        write(next).forEach((name, value) -> values.put(":" + name, value));
        values.put(":edition", n(next.version()));
        values.put(":before", n(next.version() - 1));
        return Update.builder()
                .tableName(table)
                .key(key(owner, id))
                .updateExpression(
                        "SET edition = :edition, title = :title, shots = :shots,"
                                + " numbered = :numbered")
                .conditionExpression("edition = :before")
                .expressionAttributeValues(values)
                .build();
    }

    static Storyboard read(UserId owner, Map<String, AttributeValue> stored) {
        Attributes item = Attributes.ofItem(stored);
        int version = Math.toIntExact(item.number(EDITION));
        return new Storyboard(
                new StoryboardId(item.text(Attributes.SK).substring(PREFIX.length())),
                owner,
                item.text(BRIEF),
                new ShotPlan(Math.toIntExact(item.number(PLANNED)), item.flag(MOVING)),
                new GenerationId(item.text(PLANNING)),
                new GenerationWish(
                        item.text(MODEL),
                        item.optionalText(ASPECT_RATIO).orElse(null),
                        item.optionalText(RESOLUTION).orElse(null),
                        item.optionalNumber(SECONDS).map(Math::toIntExact).orElse(null)),
                version == 0 ? null : edition(item, version),
                item.instant(CREATED_AT));
    }

    private static Edition edition(Attributes item, int version) {
        List<Shot> shots = item.list(SHOTS).stream().map(StoryboardItem::shot).toList();
        return new Edition(
                version, item.text(TITLE), shots, Math.toIntExact(item.number(NUMBERED)));
    }

    private static Shot shot(Attributes map) {
        return new Shot(
                Math.toIntExact(map.number(NUMBER)),
                map.text(TITLE),
                map.text(PROMPT),
                map.optionalNumber(SECONDS).map(Math::toIntExact).orElse(null));
    }
}
