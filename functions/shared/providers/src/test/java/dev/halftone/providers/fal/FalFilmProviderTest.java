package dev.halftone.providers.fal;

import dev.halftone.core.catalogue.InputRole;
import dev.halftone.core.generation.ProviderMedia;
import dev.halftone.core.generation.ProviderOrder;
import dev.halftone.testing.Samples;
import java.net.URI;
import java.util.List;

/** fal.ai keeps the contract of providers for films too. */
class FalFilmProviderTest extends FalProviderTest {

    @Override
    protected InputRole[] roles() {
        return new InputRole[] {InputRole.FIRST_FRAME};
    }

    @Override
    public ProviderOrder order() {
        return new ProviderOrder(
                Samples.generationId(1),
                Samples.userId(1),
                Samples.videoRequest(),
                Samples.videoModel().routes().getFirst(),
                List.of());
    }

    @Override
    String endpoint() {
        return "/fal-ai/veo3.1";
    }

    @Override
    String done() {
        return "result-film";
    }

    @Override
    String empty() {
        return "result-without-film";
    }

    @Override
    protected List<ProviderMedia> results() {
        return List.of(
                new ProviderMedia(
                        URI.create("https://v3b.fal.media/files/b/example/output.mp4"),
                        "video/mp4"));
    }
}
