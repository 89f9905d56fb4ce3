package dev.halftone.function.providerpoll;

import dev.halftone.core.catalogue.ProviderEntry;
import dev.halftone.core.generation.DirectProvider;
import dev.halftone.core.generation.Provider;
import dev.halftone.core.generation.ResultDownload;
import dev.halftone.providers.ProviderSetting;
import dev.halftone.providers.dreammachine.DreamMachineProvider;
import dev.halftone.providers.fal.FalProvider;
import dev.halftone.providers.gmi.GmiProvider;
import dev.halftone.providers.google.GeminiProvider;
import dev.halftone.providers.google.VeoProvider;
import dev.halftone.providers.google.VertexProvider;
import dev.halftone.providers.hedra.HedraProvider;
import dev.halftone.providers.llm.LlmProvider;
import dev.halftone.providers.luma.LumaProvider;
import dev.halftone.providers.openai.OpenAiProvider;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every adapter there is, by the name that a profile gives its provider. */
final class Providers {

    // They take an order, and are polled or call back.
    private static final Map<String, Function<ProviderSetting, Provider>> LATER =
            Map.of(
                    DreamMachineProvider.NAME, DreamMachineProvider::of,
                    FalProvider.NAME, FalProvider::of,
                    GmiProvider.NAME, GmiProvider::of,
                    HedraProvider.NAME, HedraProvider::of,
                    LumaProvider.NAME, LumaProvider::of,
                    VeoProvider.NAME, VeoProvider::of);

    // They answer an order with the result itself.
    private static final Map<String, Function<ProviderSetting, DirectProvider>> AT_ONCE =
            Map.of(
                    GeminiProvider.NAME, GeminiProvider::of,
                    LlmProvider.NAME, LlmProvider::of,
                    OpenAiProvider.NAME, OpenAiProvider::of,
                    VertexProvider.NAME, VertexProvider::of);

    private final Collection<ProviderEntry> declared;
    private final Function<ProviderEntry, ProviderSetting> setting;

    /** Of those that a profile declares. */
    Providers(
            Collection<ProviderEntry> declared, Function<ProviderEntry, ProviderSetting> setting) {
        this.declared = declared;
        this.setting = setting;
    }

    /** The names of all. */
    static Set<String> names() {
        return Stream.of(LATER, AT_ONCE)
                .flatMap(adapters -> adapters.keySet().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    Map<String, Provider> later() {
        return made(LATER);
    }

    Map<String, DirectProvider> atOnce() {
        return made(AT_ONCE);
    }

    /** Fetches the results of all of them, given what fetches those with an address of the web. */
    ResultDownload download(ResultDownload web) {
        return declared.stream()
                .filter(entry -> entry.name().equals(VeoProvider.NAME))
                .findFirst()
                .map(entry -> VeoProvider.download(setting.apply(entry), web))
                .orElse(web);
    }

    private <T> Map<String, T> made(Map<String, Function<ProviderSetting, T>> adapters) {
        Map<String, T> made = new HashMap<>();
        for (ProviderEntry entry : declared) {
            Function<ProviderSetting, T> adapter = adapters.get(entry.name());
            if (adapter != null) {
                made.put(entry.name(), adapter.apply(setting.apply(entry)));
            }
        }
        return Map.copyOf(made);
    }
}
