package dev.halftone.providers.google;

import dev.halftone.core.SecretText;
import dev.halftone.core.generation.DirectProvider;
import dev.halftone.core.generation.ProviderOrder;
import dev.halftone.providers.ScriptedServer;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.Samples;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;

/** Vertex AI keeps the contract; what it is shown is a token that the credential was given for. */
class VertexProviderTest extends GenerateContentContract {

    @Override
    protected DirectProvider provider(
            ScriptedServer at, Duration callTimeout, Supplier<SecretText> key) {
        at.on(
                "POST",
                "/token",
                ScriptedServer.Answer.of(
                        200, "{\"access_token\":\"" + KEY + "\",\"expires_in\":3599}"));
        MutableClock clock = new MutableClock(Samples.NOW);
        return VertexProvider.of(
                VertexAccess.of(
                        VertexProvider.NAME,
                        at.base(),
                        "eu",
                        new VertexProvider.Identity(
                                () -> {
                                    // Whoever cannot have the key cannot have the credential.
                                    String text = key.get().reveal();
                                    return !text.equals(KEY)
                                            ? new SecretText(text)
                                            : Credentials.serviceAccount(
                                                    at.base().resolve("/token"));
                                },
                                Credentials.ROLE),
                        () -> URI.create("http://localhost:8080"),
                        clock),
                clock,
                callTimeout);
    }

    @Override
    protected ProviderOrder order() {
        return order("vertex", "gemini-3-pro-image");
    }

    @Override
    protected String path() {
        return "/v1/projects/project-1/locations/eu/publishers/google/models/"
                + "gemini-3-pro-image:generateContent";
    }

    @Override
    protected ScriptedServer.Answer keyRefused() {
        return recorded(401, "error-unauthenticated");
    }

    @Override
    protected String shownKey() {
        return server.calls().getLast().header("authorization").substring("Bearer ".length());
    }
}
