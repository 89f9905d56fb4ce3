package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.VERSION;
import static dev.halftone.dynamodb.Attributes.n;
import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.account.UserId;
import dev.halftone.core.asset.Asset;
import dev.halftone.core.asset.AssetFile;
import dev.halftone.core.asset.AssetId;
import dev.halftone.core.asset.AssetKey;
import dev.halftone.core.asset.AssetLimits;
import dev.halftone.core.asset.AssetName;
import dev.halftone.core.asset.AssetRefusal;
import dev.halftone.core.asset.AssetSource;
import dev.halftone.core.asset.AssetState;
import dev.halftone.core.asset.AssetType;
import dev.halftone.core.catalogue.Dimensions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An asset in the Studio table.
 *
 * <pre>
 * pk ASSET#&lt;id&gt;  sk ASSET
 * index history: ownerId = ASSETS#&lt;user&gt;, historyOrder = &lt;created, epoch millis, 13 digits&gt;#&lt;id&gt;
 * </pre>
 *
 * Its key does not name the owner, for messages lead to it, and those name nobody.
 */
final class AssetItem {

    static final String HISTORY_ORDER = "historyOrder"; // S
    static final String OWNER = "ownerId"; // S, prefixed: apart from the owner's generations
    static final String STATE = "state"; // S
    static final String UNTIL = "until"; // N, epoch millis, while it is awaited or checked

    private static final String PREFIX = "ASSET#";
    private static final String SORT = "ASSET";
    private static final String OWNER_PREFIX = "ASSETS#";
    private static final String NAME = "name"; // S
    private static final String CREATED_AT = "createdAt"; // S, instant
    private static final String ANNOUNCED_TYPE = "announcedType"; // S, of an upload
    private static final String ANNOUNCED_BYTES = "announcedBytes"; // N, of an upload
    private static final String HOST = "host"; // S, of what came from an address
    private static final String ADDRESS_HASH = "addressHash"; // S, of what came from an address
    private static final String ENDED_AT = "endedAt"; // S, instant
    private static final String REASON = "reason"; // S, of a refusal
    private static final String COUNTED_UNTIL = "countedUntil"; // N, epoch seconds, removed then
    private static final String FILE = "file"; // M
    private static final String KEY = "key"; // S
    private static final String CONTENT_TYPE = "contentType"; // S
    private static final String BYTES = "bytes"; // N
    private static final String WIDTH = "width"; // N
    private static final String HEIGHT = "height"; // N
    private static final String DURATION = "durationMillis"; // N
    private static final String SHA256 = "sha256"; // S
    private static final String THUMBNAIL = "thumbnail"; // S

    private AssetItem() {}

    /** Under which the index has them, and the table how much there is of them. */
    static String partition(UserId owner) {
        return OWNER_PREFIX + owner;
    }

    static Map<String, AttributeValue> key(AssetId id) {
        return Attributes.key(PREFIX + id, SORT);
    }

    /** Where a page of the index goes on. */
    static Map<String, AttributeValue> listKey(UserId owner, String order) {
        AssetId id = new AssetId(order.substring(order.indexOf('#') + 1));
        Map<String, AttributeValue> key = new HashMap<>(key(id));
        key.put(OWNER, s(partition(owner)));
        key.put(HISTORY_ORDER, s(order));
        return key;
    }

    static Map<String, AttributeValue> write(Asset asset) {
        Map<String, AttributeValue> item = new HashMap<>(key(asset.id()));
        item.put(VERSION, Attributes.version());
        item.put(OWNER, s(partition(asset.owner())));
        item.put(
                HISTORY_ORDER,
                s("%013d#%s".formatted(asset.createdAt().toEpochMilli(), asset.id())));
        item.put(NAME, s(asset.name().value()));
        item.put(CREATED_AT, s(asset.createdAt()));
        switch (asset.source()) {
            case AssetSource.Upload upload -> {
                item.put(ANNOUNCED_TYPE, s(upload.type().contentType()));
                item.put(ANNOUNCED_BYTES, n(upload.bytes()));
            }
            case AssetSource.Web web -> {
                item.put(HOST, s(web.host()));
                item.put(ADDRESS_HASH, s(web.addressHash()));
            }
        }
        item.putAll(state(asset.state()));
        return item;
    }

    /** What differs from state to state; all of it is replaced. */
    private static Map<String, AttributeValue> state(AssetState state) {
        AttributeValue label = s(state.label());
        return switch (state) {
            case AssetState.Awaited awaited ->
                    Map.of(STATE, label, UNTIL, n(awaited.until().toEpochMilli()));
            case AssetState.Checking checking ->
                    Map.of(STATE, label, UNTIL, n(checking.until().toEpochMilli()));
            case AssetState.Ready ready ->
                    Map.of(STATE, label, ENDED_AT, s(ready.at()), FILE, file(ready.file()));
            case AssetState.Refused refused ->
                    Map.of(
                            STATE,
                            label,
                            ENDED_AT,
                            s(refused.at()),
                            REASON,
                            s(refused.reason().code()),
                            COUNTED_UNTIL,
                            n(refused.at().plus(AssetLimits.REFUSED_KEPT).getEpochSecond()));
        };
    }

    private static AttributeValue file(AssetFile file) {
        Map<String, AttributeValue> map = new HashMap<>();
        map.put(KEY, s(file.key().value()));
        map.put(CONTENT_TYPE, s(file.type().contentType()));
        map.put(BYTES, n(file.bytes()));
        map.put(SHA256, s(file.sha256()));
        if (file.size() != null) {
            map.put(WIDTH, n(file.size().width()));
            map.put(HEIGHT, n(file.size().height()));
        }
        if (file.duration() != null) {
            map.put(DURATION, n(file.duration().toMillis()));
        }
        if (file.thumbnail() != null) {
            map.put(THUMBNAIL, s(file.thumbnail().value()));
        }
        return AttributeValue.fromM(map);
    }

    static Asset read(Map<String, AttributeValue> stored) {
        Attributes item = Attributes.ofItem(stored);
        return new Asset(
                new AssetId(item.text(Attributes.PK).substring(PREFIX.length())),
                new UserId(item.text(OWNER).substring(OWNER_PREFIX.length())),
                new AssetName(item.text(NAME)),
                item.has(HOST)
                        ? new AssetSource.Web(item.text(HOST), item.text(ADDRESS_HASH))
                        : new AssetSource.Upload(
                                type(item.text(ANNOUNCED_TYPE)), item.number(ANNOUNCED_BYTES)),
                item.instant(CREATED_AT),
                readState(item));
    }

    private static AssetState readState(Attributes item) {
        String label = item.text(STATE);
        return switch (label) {
            case "awaited" -> new AssetState.Awaited(Instant.ofEpochMilli(item.number(UNTIL)));
            case "checking" -> new AssetState.Checking(Instant.ofEpochMilli(item.number(UNTIL)));
            case "ready" ->
                    new AssetState.Ready(readFile(item.attributes(FILE)), item.instant(ENDED_AT));
            case "refused" ->
                    new AssetState.Refused(
                            AssetRefusal.parse(item.text(REASON))
                                    .orElseThrow(() -> unknown("reason")),
                            item.instant(ENDED_AT));
            default -> throw unknown("state");
        };
    }

    private static AssetFile readFile(Attributes file) {
        return new AssetFile(
                new AssetKey(file.text(KEY)),
                type(file.text(CONTENT_TYPE)),
                file.number(BYTES),
                file.has(WIDTH)
                        ? new Dimensions(
                                Math.toIntExact(file.number(WIDTH)),
                                Math.toIntExact(file.number(HEIGHT)))
                        : null,
                file.optionalNumber(DURATION).map(Duration::ofMillis).orElse(null),
                file.text(SHA256),
                file.optionalText(THUMBNAIL).map(AssetKey::new).orElse(null));
    }

    private static AssetType type(String contentType) {
        return AssetType.parse(contentType).orElseThrow(() -> unknown("type"));
    }

    private static PermanentFailure unknown(String what) {
        return new PermanentFailure("dynamodb", "an asset has an unknown " + what);
    }
}
