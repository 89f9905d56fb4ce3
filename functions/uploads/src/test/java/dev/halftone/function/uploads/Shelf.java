package dev.halftone.function.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.account.Acceptance;
import dev.halftone.core.account.Session;
import dev.halftone.core.account.SessionToken;
import dev.halftone.core.account.UserId;
import dev.halftone.core.asset.Asset;
import dev.halftone.core.asset.AssetFile;
import dev.halftone.core.asset.AssetId;
import dev.halftone.core.asset.AssetKey;
import dev.halftone.core.asset.AssetType;
import dev.halftone.core.asset.StorageQuota;
import dev.halftone.lambda.HandlerDriver;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.lambda.HttpEvent;
import dev.halftone.testing.AssetSamples;
import dev.halftone.testing.FixedSecrets;
import dev.halftone.testing.InMemoryAssetFiles;
import dev.halftone.testing.InMemoryAssets;
import dev.halftone.testing.InMemoryRateLimits;
import dev.halftone.testing.InMemorySessions;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.RecordingAssetQueue;
import dev.halftone.testing.SampleProfile;
import dev.halftone.testing.Samples;
import dev.halftone.testing.SeededEntropy;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** The real handler on ports in memory, and what people have uploaded. */
final class Shelf {
    static final Map<String, String> VARIABLES =
            Map.of(
                    "SESSIONS_TABLE", "sessions",
                    "INSIGHT_TABLE", "insight",
                    "STUDIO_TABLE", "studio",
                    "MEDIA_BUCKET", "media",
                    "INTAKE_QUEUE_URL", "https://queue.example.org/intake",
                    "FETCH_QUEUE_URL", "https://queue.example.org/fetch",
                    "PROFILE", "test",
                    "PUBLIC_URL_PARAMETER", "public-url",
                    "SIGNING_KEY_PARAMETER", "signing-key",
                    "COOKIE_PREFIX", "__Host-");

    /** Room for two of the announced samples, of a thousand bytes each. */
    static final StorageQuota QUOTA = new StorageQuota(2_000, 10);

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final AtomicReference<UploadsPorts> PORTS = new AtomicReference<>();

    final InMemoryAssets assets = new InMemoryAssets();
    final InMemoryAssetFiles files = new InMemoryAssetFiles();
    final RecordingAssetQueue queue = new RecordingAssetQueue();
    final MutableClock clock = new MutableClock(Samples.NOW);
    private final InMemorySessions sessions = new InMemorySessions();
    private final SeededEntropy entropy = new SeededEntropy(11);
    private final HandlerDriver driver;

    /** The function without its stores. */
    public static class InMemoryApplication extends UploadsApplication {
        @Override
        UploadsPorts ports(UploadsConfig config) {
            return Objects.requireNonNull(PORTS.get());
        }
    }

    Shelf() {
        this(QUOTA);
    }

    Shelf(StorageQuota quota) {
        PORTS.set(
                new UploadsPorts(
                        sessions,
                        new InMemoryRateLimits(),
                        assets,
                        files,
                        queue,
                        new FixedSecrets(
                                Map.of(
                                        "public-url",
                                        "https://studio.example.org",
                                        "signing-key",
                                        KEY)),
                        SampleProfile.keeping(quota),
                        clock));
        driver =
                HandlerDriver.start(VARIABLES, () -> new UploadsHandler(InMemoryApplication.class));
    }

    HttpAnswer call(HttpEvent event) {
        return driver.http(event);
    }

    /** A request of the person of that number, who is signed in and has accepted. */
    HttpEvent event(int person, String name) {
        UserId user = Samples.userId(person);
        SessionToken token = SessionToken.fresh(user, entropy);
        sessions.open(Session.open(token, Samples.accountId(person), clock.instant()));
        sessions.accept(user, new Acceptance(Samples.POLICY_VERSION, 18, Samples.NOW));
        return HttpEvent.read("uploads", name).cookie("__Host-session", token.cookieValue());
    }

    HttpEvent event(int person, String name, AssetId id) {
        return event(person, name).pathParameter("id", id.value());
    }

    /** With a key of its own. */
    HttpEvent announcement(int person, int number) {
        return event(person, "announce")
                .header("idempotency-key", "click-number-" + number)
                .bodyField("bytes", 1_000);
    }

    AssetId announced(int person, int number) {
        HttpAnswer answer = call(announcement(person, number));
        assertThat(answer.status()).isEqualTo(201);
        return new AssetId(answer.json().get("id").asString());
    }

    /** Looked at and kept, with its files. */
    Asset ready(int person, int number) {
        Asset ready =
                AssetSamples.ready(Samples.userId(person), number, AssetType.PNG, clock.instant());
        assets.add(ready, QUOTA);
        AssetFile file = ready.file().orElseThrow();
        files.put(file.key(), new byte[900]);
        files.put(AssetKey.thumbnail(ready.owner(), ready.id()), new byte[10]);
        return ready;
    }
}
