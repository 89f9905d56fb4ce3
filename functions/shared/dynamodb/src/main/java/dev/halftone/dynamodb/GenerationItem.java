package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.PK;
import static dev.halftone.dynamodb.Attributes.SK;
import static dev.halftone.dynamodb.Attributes.VERSION;
import static dev.halftone.dynamodb.Attributes.n;
import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.account.UserId;
import dev.halftone.core.catalogue.AspectRatio;
import dev.halftone.core.catalogue.Format;
import dev.halftone.core.catalogue.MicroDollars;
import dev.halftone.core.catalogue.Resolution;
import dev.halftone.core.catalogue.TextTask;
import dev.halftone.core.generation.Assignment;
import dev.halftone.core.generation.Costs;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.GenerationRequest;
import dev.halftone.core.generation.GenerationState;
import dev.halftone.core.generation.Generations;
import dev.halftone.core.generation.Price;
import dev.halftone.core.generation.Settings;
import dev.halftone.core.generation.Shelf;
import dev.halftone.core.generation.WorkItem;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.project.ProjectId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * A generation in the Studio table.
 *
 * <pre>
 * pk GENERATION#&lt;id&gt;  sk GENERATION
 * index history: ownerId, historyOrder = &lt;created, epoch millis, 13 digits&gt;#&lt;id&gt;
 * index project: projectId, historyOrder; only what belongs to a project
 * index due:     dueShard "0".."15", dueAt epoch millis, with stage; absent once all is done
 * </pre>
 *
 * Far below the 400 KB of an item: a prompt has some thousand characters, a text 48 KB, a result
 * some addresses.
 */
final class GenerationItem {

    static final String OWNER = "ownerId"; // S
    static final String HISTORY_ORDER = "historyOrder"; // S
    static final String DUE_SHARD = "dueShard"; // S
    static final String DUE_AT = "dueAt"; // N, epoch millis
    static final String STAGE = "stage"; // S
    static final String REVISION = "revision"; // N
    static final String CLAIM = "claim"; // S, whose change this revision is

    static final String PROJECT = "projectId"; // S, absent if it belongs to none
    static final String REMOVED_AT = "removedAt"; // S, instant

    private static final String PREFIX = "GENERATION#";
    private static final String SORT = "GENERATION";
    private static final String ACCOUNT = "accountId"; // S
    private static final String MODEL = "model"; // S
    private static final String PROMPT = "prompt"; // S
    private static final String ASPECT_RATIO = "aspectRatio"; // S
    private static final String RESOLUTION = "resolution"; // S
    private static final String DURATION = "durationSeconds"; // N, of a film
    private static final String AUDIO = "audio"; // BOOL, of a film that is to be heard
    private static final String SETTINGS = "settings"; // M, absent where nothing more was asked
    private static final String TASK = "task"; // S, of a text, which has no ratio and no size
    private static final String CREDITS = "credits"; // N
    private static final String PRICE_VERSION = "priceVersion"; // S
    private static final String CREATED_AT = "createdAt"; // S, instant
    private static final String DEADLINE = "deadline"; // S, instant
    private static final String TRACE = "traceId"; // S, absent in the oldest items
    private static final String ASSIGNED = "assigned"; // S, the provider that has it
    private static final String DECLINED = "declined"; // L of S, who did not take it, if anybody
    private static final String DIRECT = "direct"; // BOOL, whether it answers at once
    private static final String ASSIGNED_COST = "assignedCost"; // N, micro-dollars
    private static final String COUNTED = "countedCost"; // N, micro-dollars
    private static final String OWN_COST = "ownCost"; // N, micro-dollars
    private static final String WORTH = "worth"; // N, micro-dollars
    private static final String STATE = "state"; // S
    private static final String STATE_DETAIL = "stateDetail"; // M
    private static final String CANCEL_REQUESTED = "cancelRequested"; // BOOL

    private GenerationItem() {}

    static String partition(GenerationId id) {
        return PREFIX + id;
    }

    static Map<String, AttributeValue> key(GenerationId id) {
        return Attributes.key(partition(id), SORT);
    }

    static String historyOrder(Generation generation) {
        return "%013d#%s".formatted(generation.createdAt().toEpochMilli(), generation.id());
    }

    static String shard(int number) {
        return Integer.toString(number);
    }

    static TransactWriteItem putNew(String table, Generation generation, String claim) {
        return Actions.putNew(table, write(generation, claim));
    }

    /**
     * Stores {@code after} only on top of the revision and state it was made from. It writes no
     * more than what can change, so that a role that only moves generations need not be able to put
     * them.
     */
    static Update move(String table, Generation before, Generation after, String claim) {
        Map<String, String> names = new HashMap<>();
        Map<String, AttributeValue> values = new HashMap<>();
        List<String> sets = new ArrayList<>();
        changing(after, claim)
                .forEach(
                        (attribute, value) -> {
                            names.put("#" + attribute, attribute);
                            values.put(":" + attribute, value);
                            sets.add("#" + attribute + " = :" + attribute);
                        });
        values.put(":revisionSeen", n(before.revision()));
        values.put(":stateSeen", s(before.state().label()));
        List<String> removes = new ArrayList<>();
        if (after.state().dueAt() == null) {
            removes.addAll(List.of(DUE_SHARD, DUE_AT, STAGE));
        }
        Instant removedAt = after.shelf().removedAt();
        if (removedAt != null) {
            removes.add(SETTINGS);
            forget(removedAt, values, sets);
        }
        return Update.builder()
                .tableName(table)
                .key(key(after.id()))
                .updateExpression(
                        "SET "
                                + String.join(", ", sets)
                                + (removes.isEmpty() ? "" : " REMOVE ")
                                + String.join(", ", removes))
                .conditionExpression("#revision = :revisionSeen AND #state = :stateSeen")
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
    }

    /** Only the shelf: who works on it need not know. */
    static Update file(String table, GenerationId id, UserId owner, @Nullable ProjectId project) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":owner", s(owner.value()));
        if (project != null) {
            values.put(":project", s(project.value()));
        }
        return Update.builder()
                .tableName(table)
                .key(key(id))
                .updateExpression(
                        project == null ? "REMOVE " + PROJECT : "SET " + PROJECT + " = :project")
                .conditionExpression(
                        OWNER + " = :owner AND attribute_not_exists(" + REMOVED_AT + ")")
                .expressionAttributeValues(values)
                .build();
    }

    /** Everything that its owner said goes; the state, written whole, has lost the media. */
    private static void forget(Instant at, Map<String, AttributeValue> values, List<String> sets) {
        values.put(":removedAt", s(at));
        values.put(":nothing", s(""));
        sets.add(REMOVED_AT + " = :removedAt");
        sets.add(PROMPT + " = :nothing");
    }

    /** Whether {@code item} is what a write of {@code after} under this claim left. */
    static boolean isOwn(Map<String, AttributeValue> item, Generation after, String claim) {
        return s(claim).equals(item.get(CLAIM)) && n(after.revision()).equals(item.get(REVISION));
    }

    private static Map<String, AttributeValue> write(Generation generation, String claim) {
        GenerationRequest request = generation.request();
        Map<String, AttributeValue> item = new HashMap<>(key(generation.id()));
        item.put(VERSION, Attributes.version());
        item.put(OWNER, s(generation.owner().value()));
        item.put(HISTORY_ORDER, s(historyOrder(generation)));
        item.put(ACCOUNT, s(generation.account().value()));
        item.put(MODEL, s(request.model()));
        item.put(PROMPT, s(request.prompt()));
        item.putAll(write(request.format()));
        if (generation.shelf().project() != null) {
            item.put(PROJECT, s(generation.shelf().project().value()));
        }
        if (!request.settings().equals(Settings.NONE)) {
            item.put(SETTINGS, AttributeValue.fromM(SettingsAttributes.write(request.settings())));
        }
        item.putAll(AdmissionAttributes.write(generation.admission()));
        item.put(CREDITS, n(generation.price().credits().amount()));
        item.put(PRICE_VERSION, s(generation.price().version()));
        item.put(CREATED_AT, s(generation.createdAt()));
        item.put(DEADLINE, s(generation.deadline()));
        item.put(TRACE, s(generation.trace().value()));
        item.put(COUNTED, n(generation.costs().counted().amount()));
        item.put(OWN_COST, n(generation.costs().own().amount()));
        item.put(WORTH, n(generation.costs().worth().amount()));
        item.putAll(changing(generation, claim));
        return item;
    }

    private static Map<String, AttributeValue> write(Format format) {
        return switch (format) {
            case Format.Picture(AspectRatio ratio, Resolution resolution) ->
                    Map.of(ASPECT_RATIO, s(ratio.toString()), RESOLUTION, s(resolution.label()));
            case Format.Film film -> write(film);
            case Format.Text text -> Map.of(TASK, s(text.task().name()));
        };
    }

    private static Map<String, AttributeValue> write(Format.Film film) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put(ASPECT_RATIO, s(film.aspectRatio().toString()));
        item.put(RESOLUTION, s(film.resolution().label()));
        item.put(DURATION, n(film.duration().toSeconds()));
        if (film.audio()) {
            item.put(AUDIO, AttributeValue.fromBool(true));
        }
        return item;
    }

    private static Map<String, AttributeValue> changing(Generation generation, String claim) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put(STATE, s(generation.state().label()));
        item.put(STATE_DETAIL, StateAttributes.write(generation.state()));
        item.put(ASSIGNED, s(generation.assignment().provider()));
        item.put(DIRECT, AttributeValue.fromBool(generation.assignment().direct()));
        item.put(ASSIGNED_COST, n(generation.assignment().cost().amount()));
        List<String> declined = generation.assignment().declined();
        if (!declined.isEmpty()) {
            item.put(DECLINED, AttributeValue.fromL(declined.stream().map(Attributes::s).toList()));
        }
        item.put(CANCEL_REQUESTED, AttributeValue.fromBool(generation.cancelRequested()));
        item.putAll(CourseAttributes.write(generation.course()));
        item.put(REVISION, n(generation.revision()));
        item.put(CLAIM, s(claim));
        Instant dueAt = generation.state().dueAt();
        if (dueAt != null) {
            int shard = Math.floorMod(generation.id().value().hashCode(), Generations.DUE_SHARDS);
            item.put(DUE_SHARD, s(shard(shard)));
            item.put(DUE_AT, n(dueAt.toEpochMilli()));
            item.put(STAGE, s(generation.stage().name().toLowerCase(Locale.ROOT)));
        }
        return item;
    }

    static Generation read(Map<String, AttributeValue> stored) {
        Attributes item = Attributes.ofItem(stored);
        GenerationState state =
                StateAttributes.read(item.text(STATE), item.attributes(STATE_DETAIL));
        return new Generation(
                id(stored),
                new UserId(item.text(OWNER)),
                new AccountId(item.text(ACCOUNT)),
                new GenerationRequest(
                        item.text(MODEL),
                        item.text(PROMPT),
                        format(item),
                        item.optionalAttributes(SETTINGS)
                                .map(SettingsAttributes::read)
                                .orElse(Settings.NONE)),
                new Price(new Credits(item.number(CREDITS)), item.text(PRICE_VERSION)),
                item.instant(CREATED_AT),
                item.instant(DEADLINE),
                item.trace(TRACE, id(stored).value()),
                new Assignment(
                        item.text(ASSIGNED),
                        item.flag(DIRECT),
                        money(item, ASSIGNED_COST),
                        item.ordered(DECLINED)),
                new Costs(money(item, COUNTED), money(item, OWN_COST), money(item, WORTH)),
                new Shelf(
                        item.optionalText(PROJECT).map(ProjectId::new).orElse(null),
                        item.optionalInstant(REMOVED_AT).orElse(null)),
                AdmissionAttributes.read(item),
                CourseAttributes.read(item, item.instant(CREATED_AT), state),
                state,
                item.flag(CANCEL_REQUESTED),
                item.number(REVISION));
    }

    /** Nothing, of those that were accepted before costs were kept. */
    private static MicroDollars money(Attributes item, String name) {
        return item.optionalNumber(name).map(MicroDollars::new).orElse(MicroDollars.ZERO);
    }

    /** Reads an item of the sparse index, which holds little more than the key. */
    static Generations.Due readDue(Map<String, AttributeValue> item) {
        String stage = new Attributes(item).text(STAGE).toUpperCase(Locale.ROOT);
        return new Generations.Due(id(item), WorkItem.Stage.valueOf(stage));
    }

    private static GenerationId id(Map<String, AttributeValue> item) {
        return new GenerationId(new Attributes(item).text(PK).substring(PREFIX.length()));
    }

    /** Where an index whose partitions bear that name goes on. */
    static Map<String, AttributeValue> indexKey(
            String partition, String value, String historyOrder) {
        String id = historyOrder.substring(historyOrder.indexOf('#') + 1);
        return Map.of(
                partition, s(value),
                HISTORY_ORDER, s(historyOrder),
                PK, s(PREFIX + id),
                SK, s(SORT));
    }

    private static Format format(Attributes item) {
        return item.optionalText(TASK)
                .<Format>map(task -> new Format.Text(task(task)))
                .orElseGet(
                        () ->
                                seen(
                                        AspectRatio.parse(item.text(ASPECT_RATIO)),
                                        resolution(item.text(RESOLUTION)),
                                        item));
    }

    private static Format seen(AspectRatio ratio, Resolution resolution, Attributes item) {
        return item.optionalNumber(DURATION)
                .<Format>map(
                        seconds ->
                                new Format.Film(
                                        ratio,
                                        resolution,
                                        Duration.ofSeconds(seconds),
                                        item.has(AUDIO) && item.flag(AUDIO)))
                .orElseGet(() -> new Format.Picture(ratio, resolution));
    }

    private static TextTask task(String name) {
        return TextTask.find(name)
                .orElseThrow(
                        () -> new PermanentFailure("dynamodb", "a generation is to do " + name));
    }

    private static Resolution resolution(String label) {
        return Resolution.parse(label)
                .orElseThrow(
                        () ->
                                new PermanentFailure(
                                        "dynamodb", "a generation is as large as " + label));
    }
}
