package dev.halftone.function.mediaintake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.TraceId;
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
import dev.halftone.core.asset.AssetWork;
import dev.halftone.core.asset.StorageQuota;
import dev.halftone.imaging.ImageIoPictures;
import dev.halftone.lambda.HandlerDriver;
import dev.halftone.testing.AssetSamples;
import dev.halftone.testing.EventFile;
import dev.halftone.testing.InMemoryAssetFiles;
import dev.halftone.testing.InMemoryAssets;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.Samples;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** The real handler and decoder on stores in memory. */
final class Intake {
    static final Map<String, String> VARIABLES =
            Map.of("STUDIO_TABLE", "studio", "MEDIA_BUCKET", "media");

    // Of which the ids in the envelope are made.
    private static final String HEX = "0123456789abcdef0123456789abcdef";
    private static final StorageQuota AMPLE = new StorageQuota(1_000_000_000, 100);
    private static final AtomicReference<MediaIntakePorts> PORTS = new AtomicReference<>();

    final InMemoryAssets assets = new InMemoryAssets();
    final InMemoryAssetFiles files = new InMemoryAssetFiles();
    final MutableClock clock = new MutableClock(Samples.NOW);
    final UserId owner = Samples.userId(1);
    private final TraceId trace = Samples.traceId(1);
    private final HandlerDriver driver;
    private int number;

    /** The function without its stores. */
    public static class InMemoryApplication extends MediaIntakeApplication {
        @Override
        MediaIntakePorts ports(MediaIntakeConfig config) {
            return Objects.requireNonNull(PORTS.get());
        }
    }

    Intake() {
        PORTS.set(new MediaIntakePorts(assets, files, new ImageIoPictures(), clock));
        driver =
                HandlerDriver.start(
                        VARIABLES, () -> new MediaIntakeHandler(InMemoryApplication.class));
    }

    /** Announced exactly as it is, and uploaded. */
    Asset uploaded(AssetType type, byte[] bytes) {
        return uploaded(type, bytes.length, bytes);
    }

    Asset uploaded(AssetType type, long announced, byte[] bytes) {
        Asset asset = awaited(new AssetSource.Upload(type, announced));
        files.put(AssetKey.quarantine(asset.id()), bytes);
        Asset arrived = asset.arrived(clock.instant());
        assertThat(assets.move(asset, arrived)).isTrue();
        return arrived;
    }

    Asset awaited(AssetSource source) {
        AssetId id = AssetSamples.id(owner, ++number);
        Asset asset =
                new Asset(
                        id,
                        owner,
                        AssetName.of("a file"),
                        source,
                        clock.instant(),
                        new AssetState.Awaited(clock.instant().plus(AssetLimits.AWAITED_MAX)));
        assets.add(asset, AMPLE);
        return asset;
    }

    /** What the function answers to the message. */
    String check(AssetId asset) {
        return send(AssetWork.check(asset, trace));
    }

    String refuse(AssetId asset, AssetRefusal why) {
        return send(AssetWork.fetch(asset, trace).fetched(why));
    }

    String send(AssetWork work) {
        return send(work.body());
    }

    String send(String body) {
        byte[] event =
                EventFile.read("media-intake", "uploaded")
                        .with(
                                AssetWork.check(new AssetId("ast_" + HEX), new TraceId(HEX))
                                        .body()
                                        .replace("\"", "\\\""),
                                body)
                        .bytes();
        return new String(driver.invoke(event), StandardCharsets.UTF_8);
    }

    HandlerDriver driver() {
        return driver;
    }

    Asset stored(Asset asset) {
        return assets.find(asset.id()).orElseThrow();
    }

    /** What is kept of an upload that is to be kept. */
    AssetFile kept(AssetType type, byte[] bytes) {
        Asset asset = uploaded(type, bytes);
        check(asset.id());
        assertThat(stored(asset).state()).isInstanceOf(AssetState.Ready.class);
        return stored(asset).file().orElseThrow();
    }

    /** Why an upload is not kept; also that nothing of it is. */
    AssetRefusal refused(AssetType type, byte[] bytes) {
        Asset asset = uploaded(type, bytes);
        check(asset.id());
        return refusal(asset);
    }

    AssetRefusal refusal(Asset asset) {
        assertThat(files.keys()).isEmpty();
        assertThat(stored(asset).state()).isInstanceOf(AssetState.Refused.class);
        return ((AssetState.Refused) stored(asset).state()).reason();
    }
}
