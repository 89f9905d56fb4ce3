package dev.halftone.local.datamap;

import dev.halftone.core.SecretText;
import dev.halftone.core.catalogue.AspectRatio;
import dev.halftone.core.catalogue.Format;
import dev.halftone.core.catalogue.InputRole;
import dev.halftone.core.catalogue.Resolution;
import dev.halftone.core.generation.DirectProvider;
import dev.halftone.core.generation.GenerationRequest;
import dev.halftone.core.generation.Provider;
import dev.halftone.core.generation.ProviderInput;
import dev.halftone.core.generation.ProviderOrder;
import dev.halftone.core.generation.Settings;
import dev.halftone.local.GoogleAccount;
import dev.halftone.providers.ProviderSetting;
import dev.halftone.providers.fal.FalProvider;
import dev.halftone.providers.gmi.GmiProvider;
import dev.halftone.providers.google.GeminiProvider;
import dev.halftone.providers.google.VeoProvider;
import dev.halftone.providers.google.VertexProvider;
import dev.halftone.providers.hedra.HedraProvider;
import dev.halftone.providers.luma.LumaProvider;
import dev.halftone.providers.openai.OpenAiProvider;
import dev.halftone.testing.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the adapters say of uploads and of everything else that most orders have nothing of. Who
 * takes files, or gives tokens, is asked with its key.
 */
final class BroughtOrders {

    private static final Format PICTURE =
            new Format.Picture(new AspectRatio(16, 9), Resolution.TWO_K);
    private static final Format FILM =
            new Format.Film(new AspectRatio(16, 9), Resolution.P720, Duration.ofSeconds(4), true);

    private final URI sandbox;
    private final Path state;

    BroughtOrders(URI sandbox, Path state) {
        this.sandbox = sandbox;
        this.state = state;
    }

    void put() throws IOException {
        Path file = Files.writeString(state.resolve("upload"), "a picture, or a sound");
        withoutKeys(file);
        Provider hedra = HedraProvider.of(keyed("hedra", null));
        hedra.submission().submit(order("flux2-pro", PICTURE, file, InputRole.IMAGE));
        hedra.submission()
                .submit(order("hedra-avatar", FILM, file, InputRole.FIRST_FRAME, InputRole.SPEECH));
        VeoProvider.of(keyed("vertex-veo", "us-central1"))
                .submission()
                .submit(order("veo-3.1-generate-001", FILM, file, InputRole.FIRST_FRAME));
        ask(OpenAiProvider.of(keyed("openai", null)), "gpt-image-2.5-flare", file);
        ask(GeminiProvider.of(keyed("gemini", null)), "gemini-nano-banana-2.1", file);
        ask(VertexProvider.of(keyed("vertex", "global")), "gemini-3-pro-image", file);
    }

    /** They refuse; how they are asked is all that counts. */
    private void withoutKeys(Path file) {
        Provider fal = FalProvider.of(at("/fal"));
        fal.submission().submit(order("fal-ai/nano-banana-pro", PICTURE, file, InputRole.IMAGE));
        fal.submission().submit(order("fal-ai/veo3.1", FILM, file, InputRole.FIRST_FRAME));
        fal.submission()
                .submit(
                        order(
                                "fal-ai/sync-lipsync/v2",
                                FILM,
                                file,
                                InputRole.FILM,
                                InputRole.SPEECH));
        Provider gmi = GmiProvider.of(at("/gmi"));
        gmi.submission().submit(order("seedream-5.0-lite", PICTURE, file, InputRole.IMAGE));
        gmi.submission()
                .submit(order("seedance-1-0-pro-250528", FILM, file, InputRole.FIRST_FRAME));
        gmi.submission().submit(order("wan2.6-t2v", FILM, file));
        Provider luma = LumaProvider.of(at("/luma"));
        luma.submission().submit(order("uni-1", PICTURE, file, InputRole.IMAGE));
        luma.submission().submit(order("ray-3.2", FILM, file, InputRole.FIRST_FRAME));
    }

    private void ask(DirectProvider provider, String endpoint, Path file) throws IOException {
        Path target = Files.createTempFile(state, "result", null);
        provider.call().make(order(endpoint, PICTURE, file, InputRole.IMAGE), target, 1 << 26);
        Files.delete(target);
    }

    private ProviderSetting at(String path) {
        return dev.halftone.providers.Settings.of(URI.create(sandbox + path), "no-key");
    }

    /** With the key that this machine's stand-in takes; Google Cloud, of a region, takes a pair. */
    private ProviderSetting keyed(String name, @Nullable String region) throws IOException {
        Properties secrets = new Properties();
        try (InputStream in = Files.newInputStream(state.resolve("secrets.properties"))) {
            secrets.load(in);
        }
        String key =
                secrets.stringPropertyNames().stream()
                        .filter(each -> each.endsWith("/providers/" + name))
                        .map(secrets::getProperty)
                        .findFirst()
                        .orElseThrow();
        ProviderSetting usual = at("/" + name);
        String shown = region == null ? key : GoogleAccount.credential(key, usual.baseUrl());
        return new ProviderSetting(
                usual.baseUrl(),
                region,
                null,
                () -> new SecretText(shown),
                usual.us(),
                Clock.systemUTC());
    }

    private static ProviderOrder order(
            String endpoint, Format format, Path file, InputRole... roles) {
        GenerationRequest request =
                new GenerationRequest(
                        Samples.MODEL,
                        "A lighthouse at dusk",
                        format,
                        new Settings("no " + Journey.PROMPT, 7, List.of(), true, null));
        return new ProviderOrder(
                Samples.generationId(1),
                Samples.userId(1),
                request,
                Samples.route("any", endpoint, format.kind()),
                Stream.of(roles).map(role -> input(role, file)).toList());
    }

    private static ProviderInput input(InputRole role, Path file) {
        String type = role == InputRole.SPEECH ? "audio/wav" : "image/png";
        return new ProviderInput(role, type, file);
    }
}
