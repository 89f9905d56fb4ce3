package dev.halftone.function.providerpoll;

import dev.halftone.core.catalogue.ProviderEntry;
import dev.halftone.core.circuit.KeyCheck;
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

/** How each provider is asked whether it accepts our key. */
public final class KeyChecks {
    /**
     * Those that cannot be asked. Of Luma's Agents API no question is known that costs nothing and
     * that only a good key gets an answer to; there the first order finds what a check would.
     */
    static final Set<String> NOT_ASKED = Set.of(LumaProvider.NAME);

    private static final Map<String, Function<ProviderSetting, KeyCheck>> ASKED =
            Map.of(
                    DreamMachineProvider.NAME, DreamMachineProvider::keyCheck,
                    FalProvider.NAME, FalProvider::keyCheck,
                    GeminiProvider.NAME, GeminiProvider::keyCheck,
                    GmiProvider.NAME, GmiProvider::keyCheck,
                    HedraProvider.NAME, HedraProvider::keyCheck,
                    LlmProvider.NAME, LlmProvider::keyCheck,
                    OpenAiProvider.NAME, OpenAiProvider::keyCheck,
                    VeoProvider.NAME, VeoProvider::keyCheck,
                    VertexProvider.NAME, VertexProvider::keyCheck);

    private KeyChecks() {}

    /** Of those that are declared and can be asked, by their names; nobody is asked yet. */
    public static Map<String, KeyCheck> of(
            Collection<ProviderEntry> declared, Function<ProviderEntry, ProviderSetting> setting) {
        Map<String, KeyCheck> checks = new HashMap<>();
        for (ProviderEntry entry : declared) {
            Function<ProviderSetting, KeyCheck> check = ASKED.get(entry.name());
            if (check != null) {
                checks.put(entry.name(), check.apply(setting.apply(entry)));
            }
        }
        return Map.copyOf(checks);
    }
}
