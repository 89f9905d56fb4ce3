package dev.halftone.function.urlfetch;

import dev.halftone.core.TraceId;
import dev.halftone.core.asset.AssetId;
import dev.halftone.core.asset.AssetKey;
import dev.halftone.core.asset.AssetRefusal;
import dev.halftone.core.asset.AssetWork;
import dev.halftone.core.asset.HostNames;
import dev.halftone.core.asset.WebFiles;
import dev.halftone.lambda.HandlerDriver;
import dev.halftone.testing.AssetSamples;
import dev.halftone.testing.EventFile;
import dev.halftone.testing.InMemoryAssetFiles;
import dev.halftone.testing.InMemoryWeb;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.RecordingAssetQueue;
import dev.halftone.testing.Samples;
import dev.halftone.testing.ScriptedNames;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The real handler, and an Internet in memory. */
final class Fetching {
    static final Map<String, String> VARIABLES =
            Map.of(
                    "MEDIA_BUCKET", "media",
                    "INTAKE_QUEUE_URL", "https://queue.example.org/intake");
    static final String DONE = "{\"batchItemFailures\":[]}";
    static final String HOST = "pictures.example.org";
    static final URI PICTURE = URI.create("https://" + HOST + "/boat.png");
    static final String PUBLIC = "93.184.215.14";

    // Of which the ids in the envelope are made.
    private static final String HEX = "0123456789abcdef0123456789abcdef";
    private static final AtomicReference<UrlFetchPorts> PORTS = new AtomicReference<>();

    final InMemoryAssetFiles files = new InMemoryAssetFiles();
    final InMemoryWeb web = new InMemoryWeb();
    final ScriptedNames names = new ScriptedNames();
    final RecordingAssetQueue queue = new RecordingAssetQueue();
    final MutableClock clock = new MutableClock(Samples.NOW);
    final AssetId asset = AssetSamples.id(Samples.userId(1), 1);
    private final HandlerDriver driver;

    /** The function without its stores. */
    public static class InMemoryApplication extends UrlFetchApplication {
        @Override
        UrlFetchPorts ports(UrlFetchConfig config) {
            return Objects.requireNonNull(PORTS.get());
        }
    }

    Fetching() {
        this(Map.of(), null);
    }

    /** With further variables, and another name service if there is one. */
    Fetching(Map<String, String> more, @Nullable HostNames others) {
        this(more, others, null);
    }

    private Fetching(
            Map<String, String> more, @Nullable HostNames others, @Nullable ScriptedNames asked) {
        HostNames used = others == null ? names : others;
        WebFiles client = asked == null ? web : resolvingAgain(asked, web);
        PORTS.set(new UrlFetchPorts(files, used, client, queue, clock));
        Map<String, String> variables = new HashMap<>(VARIABLES);
        variables.putAll(more);
        driver =
                HandlerDriver.start(
                        variables, () -> new UrlFetchHandler(InMemoryApplication.class));
    }

    /** With a client that asks the name service by itself, as most do. */
    static Fetching planted(ScriptedNames names) {
        return new Fetching(Map.of(), names, names);
    }

    private static WebFiles resolvingAgain(ScriptedNames names, InMemoryWeb web) {
        return (request, target) -> {
            String host = request.address().getHost();
            return web.get(
                    new WebFiles.Request(
                            request.address(),
                            names.resolve(host, request.timeMax()),
                            request.bytesMax(),
                            request.timeMax()),
                    target);
        };
    }

    /** What the function answers when it is to fetch from there. */
    String fetch(String address) {
        files.putAddress(asset, address);
        return send(AssetWork.fetch(asset, Samples.traceId(1)).body());
    }

    String send(String body) {
        byte[] event =
                EventFile.read("url-fetch", "address")
                        .with(
                                escaped(
                                        AssetWork.fetch(new AssetId("ast_" + HEX), new TraceId(HEX))
                                                .body()),
                                body)
                        .bytes();
        return new String(driver.invoke(event), StandardCharsets.UTF_8);
    }

    /** Why nothing was fetched, as whoever looks at uploads is told; also that nothing was. */
    Optional<AssetRefusal> refusal() {
        if (files.size(AssetKey.quarantine(asset)).isPresent() || queue.sent().isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(queue.sent().getLast().refusal());
    }

    private static String escaped(String body) {
        return body.replace("\"", "\\\"");
    }
}
