package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.Page;
import dev.halftone.core.account.UserId;
import dev.halftone.core.asset.AddOutcome;
import dev.halftone.core.asset.Asset;
import dev.halftone.core.asset.AssetId;
import dev.halftone.core.asset.AssetLimits;
import dev.halftone.core.asset.AssetName;
import dev.halftone.core.asset.AssetRefusal;
import dev.halftone.core.asset.AssetSource;
import dev.halftone.core.asset.AssetState;
import dev.halftone.core.asset.AssetType;
import dev.halftone.core.asset.Assets;
import dev.halftone.core.asset.StorageQuota;
import dev.halftone.core.asset.StorageUse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link Assets} does. */
public abstract class AssetsContract {

    private static final StorageQuota AMPLE = new StorageQuota(1_000_000_000, 1_000);
    private static final int PAGES_MAX = 10;

    private final UserId owner = Person.fresh().user();
    private final UserId somebodyElse = Person.fresh().user();
    private final Instant now = Samples.NOW.plusNanos(123_000_000);

    protected abstract Assets assets();

    /** Every state of every type comes back as it was stored. */
    @ParameterizedTest
    @EnumSource(AssetType.class)
    void keepsEveryStateExactly(AssetType type) {
        Asset awaited = added(1, type);
        assertThat(assets().find(owner, awaited.id())).contains(awaited);

        Asset checking = moved(awaited, awaited.arrived(now));
        assertThat(assets().find(owner, awaited.id())).contains(checking);

        Asset ready = moved(checking, checking.accepted(AssetSamples.file(awaited, type), now));
        assertThat(assets().find(owner, awaited.id())).contains(ready);
    }

    /**
     * What came from an address and was refused keeps the host and the reason, and nothing else.
     */
    @Test
    void keepsWhereItCameFromAndWhyItWasRefused() {
        Asset web =
                new Asset(
                        AssetSamples.id(owner, 1),
                        owner,
                        AssetName.of("photo.jpg"),
                        new AssetSource.Web("pictures.test", "cd".repeat(32)),
                        now,
                        new AssetState.Awaited(now.plus(AssetLimits.AWAITED_MAX)));
        assets().add(web, AMPLE);
        Asset refused = moved(web, web.refused(AssetRefusal.PRIVATE_ADDRESS, now));

        assertThat(assets().find(owner, web.id())).contains(refused);
        assertThat(assets().use(owner)).isEqualTo(StorageUse.NOTHING);
    }

    /** A repeated announcement makes no second asset and counts nothing. */
    @Test
    void addsOnce() {
        Asset asset = added(1, AssetType.PNG);
        Asset checking = moved(asset, asset.arrived(now));

        assertThat(assets().add(asset, AMPLE)).isEqualTo(new AddOutcome.Known(checking));
        assertThat(assets().use(owner)).isEqualTo(new StorageUse(1_000, 1));
    }

    /** Nobody finds, lists or reads what is somebody else's, even by its id. */
    @Test
    void showsAssetsToTheirOwnerAlone() {
        Asset asset = added(1, AssetType.PNG);

        assertThat(assets().find(somebodyElse, asset.id())).isEmpty();
        assertThat(assets().owned(somebodyElse, List.of(asset.id()))).isEmpty();
        assertThat(assets().list(somebodyElse, 10, null).items()).isEmpty();
    }

    /** References reach a provider in the order in which a person put them. */
    @Test
    void readsSeveralInTheOrderAskedFor() {
        List<AssetId> ids =
                IntStream.range(0, Assets.OWNED_MAX)
                        .mapToObj(number -> added(number, AssetType.JPEG).id())
                        .toList();
        List<AssetId> asked = new ArrayList<>(ids);
        Collections.reverse(asked);

        assertThat(assets().owned(owner, asked)).extracting(Asset::id).isEqualTo(asked);
    }

    @Test
    void leavesOutWhatDoesNotExistAndRepeatsWhatIsAskedForTwice() {
        AssetId first = added(1, AssetType.JPEG).id();
        AssetId second = added(2, AssetType.JPEG).id();
        AssetId unknown = AssetSamples.id(owner, 3);

        assertThat(assets().owned(owner, List.of(second, unknown, first, second)))
                .extracting(Asset::id)
                .containsExactly(second, first, second);
        assertThat(assets().owned(owner, List.of())).isEmpty();
    }

    @Test
    void readsNoMoreAtOnceThanItsBound() {
        List<AssetId> many =
                IntStream.rangeClosed(0, Assets.OWNED_MAX)
                        .mapToObj(number -> AssetSamples.id(owner, number))
                        .toList();

        assertThatThrownBy(() -> assets().owned(owner, many))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void listsTheNewestFirstPageByPage() {
        for (int number = 0; number < 5; number++) {
            assets().add(
                            AssetSamples.awaited(
                                    owner, number, AssetType.PNG, now.plusSeconds(number)),
                            AMPLE);
        }
        List<AssetId> seen = new ArrayList<>();
        String cursor = null;
        for (int page = 0; page < PAGES_MAX; page++) {
            Page<Asset> answer = assets().list(owner, 2, cursor);
            answer.items().forEach(asset -> seen.add(asset.id()));
            cursor = answer.nextCursor();
            if (cursor == null) {
                break;
            }
        }

        assertThat(seen)
                .containsExactlyElementsOf(
                        IntStream.iterate(4, number -> number >= 0, number -> number - 1)
                                .mapToObj(number -> AssetSamples.id(owner, number))
                                .toList());
    }

    @Test
    void refusesACursorThatItDidNotMake() {
        assertThatThrownBy(() -> assets().list(owner, 2, "bm90IGEgY3Vyc29y"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** What does not fit leaves no trace, and what makes room lets it in. */
    @Test
    void addsNothingBeyondTheQuota() {
        StorageQuota two = new StorageQuota(2_000, 10);
        Asset first = AssetSamples.awaited(owner, 1, AssetType.PNG, now);
        assets().add(first, two);
        assets().add(AssetSamples.awaited(owner, 2, AssetType.PNG, now), two);
        Asset third = AssetSamples.awaited(owner, 3, AssetType.PNG, now);

        assertThat(assets().add(third, two)).isEqualTo(new AddOutcome.OverQuota());
        assertThat(assets().find(owner, third.id())).isEmpty();
        assertThat(assets().use(owner)).isEqualTo(new StorageUse(2_000, 2));

        assertThat(assets().remove(first)).isTrue();
        assertThat(assets().add(third, two)).isEqualTo(new AddOutcome.Added(third));
    }

    @Test
    void addsNoMoreThanTheNumberAllowed() {
        StorageQuota one = new StorageQuota(1_000_000, 1);
        assets().add(AssetSamples.awaited(owner, 1, AssetType.PNG, now), one);

        assertThat(assets().add(AssetSamples.awaited(owner, 2, AssetType.PNG, now), one))
                .isEqualTo(new AddOutcome.OverQuota());
    }

    /** However many are added at once, what is counted is what is there, and within the quota. */
    @Test
    void staysWithinTheQuotaWhenManyAreAddedAtOnce() {
        StorageQuota three = new StorageQuota(3_500, 100);

        List<Boolean> added =
                Race.run(
                        8,
                        number ->
                                assets().add(
                                                        AssetSamples.awaited(
                                                                owner, number, AssetType.PNG, now),
                                                        three)
                                        instanceof AddOutcome.Added);

        assertThat(added).filteredOn(each -> each).hasSize(3);
        assertThat(assets().use(owner)).isEqualTo(new StorageUse(3_000, 3));
    }

    /** What was set aside gives way to what is really kept; a refusal gives everything back. */
    @Test
    void countsWhatIsKept() {
        Asset kept = added(1, AssetType.PNG);
        Asset refused = added(2, AssetType.PNG);

        moved(kept, kept.accepted(AssetSamples.file(kept, AssetType.PNG), now));
        moved(refused, refused.refused(AssetRefusal.DAMAGED, now));

        assertThat(assets().use(owner)).isEqualTo(new StorageUse(900, 1));
    }

    /** Of two that end it, one wins, and it is counted once; its own repetition changes nothing. */
    @Test
    void letsOneOfTwoEndsWin() {
        Asset asset = added(1, AssetType.PNG);
        Asset ready = moved(asset, asset.accepted(AssetSamples.file(asset, AssetType.PNG), now));

        assertThat(assets().move(asset, asset.refused(AssetRefusal.DAMAGED, now))).isFalse();
        assertThat(assets().move(asset, ready)).isTrue();

        assertThat(assets().find(owner, asset.id())).contains(ready);
        assertThat(assets().use(owner)).isEqualTo(new StorageUse(900, 1));
    }

    @Test
    void movesNothingThatIsGone() {
        Asset asset = added(1, AssetType.PNG);
        assets().remove(asset);

        assertThat(assets().move(asset, asset.arrived(now))).isFalse();

        assertThat(assets().find(owner, asset.id())).isEmpty();
        assertThat(assets().use(owner)).isEqualTo(StorageUse.NOTHING);
    }

    /** Removing twice, or what has moved on meanwhile, never counts wrongly. */
    @Test
    void removesOnceAndOnlyWhatItSaw() {
        Asset asset = added(1, AssetType.PNG);
        Asset ready = moved(asset, asset.accepted(AssetSamples.file(asset, AssetType.PNG), now));

        assertThat(assets().remove(asset)).isFalse();
        assertThat(assets().remove(ready)).isTrue();
        assertThat(assets().remove(ready)).isTrue();

        assertThat(assets().use(owner)).isEqualTo(StorageUse.NOTHING);
    }

    /** An upload that never came does not take storage for ever. */
    @Test
    void findsWhatNeverCame() {
        Asset awaited = added(1, AssetType.PNG);
        Asset kept = added(2, AssetType.PNG);
        moved(kept, kept.accepted(AssetSamples.file(kept, AssetType.PNG), now));
        Instant end = now.plus(AssetLimits.AWAITED_MAX);

        assertThat(assets().overdue(owner, end.minusMillis(1), 10)).isEmpty();
        assertThat(assets().overdue(owner, end, 10)).containsExactly(awaited);
    }

    private Asset added(int number, AssetType type) {
        Asset asset = AssetSamples.awaited(owner, number, type, now);
        assertThat(assets().add(asset, AMPLE)).isEqualTo(new AddOutcome.Added(asset));
        return asset;
    }

    private Asset moved(Asset before, Asset after) {
        assertThat(assets().move(before, after)).isTrue();
        return after;
    }
}
