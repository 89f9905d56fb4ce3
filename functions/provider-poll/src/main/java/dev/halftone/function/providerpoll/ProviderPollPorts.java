package dev.halftone.function.providerpoll;

import dev.halftone.core.circuit.Circuits;
import dev.halftone.core.circuit.KeyCheck;
import dev.halftone.core.generation.DirectProvider;
import dev.halftone.core.generation.Generations;
import dev.halftone.core.generation.InputFiles;
import dev.halftone.core.generation.MediaStore;
import dev.halftone.core.generation.Pause;
import dev.halftone.core.generation.Provider;
import dev.halftone.core.generation.ResultDownload;
import dev.halftone.core.generation.Settlements;
import dev.halftone.core.generation.WorkQueue;
import dev.halftone.core.mark.MarkFile;
import dev.halftone.core.profile.Profile;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Everything outside that this function uses.
 *
 * @param providers by the name that the catalogue gives them
 * @param directProviders those that answer an order with the result itself, by the same
 * @param keyChecks how providers are asked whether they accept our keys, by the same
 * @param metrics counts one of the name it is given
 */
record ProviderPollPorts(
        Generations generations,
        Circuits circuits,
        Settlements settlements,
        Map<String, Provider> providers,
        Map<String, DirectProvider> directProviders,
        Map<String, KeyCheck> keyChecks,
        ResultDownload download,
        MediaStore media,
        MarkFile marking,
        InputFiles inputs,
        WorkQueue queue,
        Profile profile,
        Clock clock,
        Pause pause,
        Consumer<String> metrics) {
    ProviderPollPorts {
        providers = Map.copyOf(providers);
        directProviders = Map.copyOf(directProviders);
        keyChecks = Map.copyOf(keyChecks);
    }
}
