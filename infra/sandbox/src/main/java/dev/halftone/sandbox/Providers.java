package dev.halftone.sandbox;

import dev.halftone.sandbox.dreammachine.DreamMachine;
import dev.halftone.sandbox.gmi.GmiQueue;
import dev.halftone.sandbox.googleai.GeminiApi;
import dev.halftone.sandbox.googleai.VertexApi;
import dev.halftone.sandbox.hedra.Hedra;
import dev.halftone.sandbox.http.Handler;
import dev.halftone.sandbox.llm.ChatCompletions;
import dev.halftone.sandbox.luma.LumaAgents;
import dev.halftone.sandbox.moderation.Moderations;
import dev.halftone.sandbox.openai.OpenAiImages;
import dev.halftone.sandbox.work.Bench;
import dev.halftone.sandbox.work.Work;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The model providers whose keys are known, each with a bench of its own. */
final class Providers implements AutoCloseable {

    private final SandboxConfig config;
    private final URI base;
    private final Map<String, Bench> benches = new HashMap<>();
    private final Map<String, Handler> handlers = new HashMap<>();

    Providers(SandboxConfig config, URI base) {
        this.config = config;
        this.base = base;
        open("dream-machine", DreamMachine::new);
        open("gmi", GmiQueue::new);
        open("openai", OpenAiImages::new);
        open("gemini", GeminiApi::new);
        open("vertex", (at, key, bench) -> new VertexApi(at, key, bench, config.clock()));
        open("vertex-veo", (at, key, bench) -> new VertexApi(at, key, bench, config.clock()));
        open("hedra", Hedra::new);
        open("llm", ChatCompletions::new);
        open("luma", LumaAgents::new);
        open("moderation", Moderations::new);
    }

    /** Makes the routes of a provider. */
    @FunctionalInterface
    private interface Opening {
        Handler open(URI base, String key, Bench bench);
    }

    private void open(String name, Opening opening) {
        config.optional("providers/" + name)
                .ifPresent(
                        key -> {
                            Bench bench = new Bench(config.clock(), config.pace());
                            benches.put(name, bench);
                            handlers.put(
                                    name, opening.open(URI.create(base + "/" + name), key, bench));
                        });
    }

    Map<String, Handler> handlers() {
        return Map.copyOf(handlers);
    }

    List<Work> works(String name) {
        Bench bench = benches.get(name);
        return bench == null ? List.of() : bench.newestFirst();
    }

    @Override
    public void close() {
        benches.values().forEach(Bench::close);
    }
}
