package dev.halftone.providers.google;

import dev.halftone.core.CallerIdentity;
import dev.halftone.core.SecretText;
import dev.halftone.core.circuit.KeyCheck;
import dev.halftone.core.generation.DirectProvider;
import dev.halftone.core.generation.Endpoints;
import dev.halftone.core.generation.ProviderOrder;
import dev.halftone.providers.DirectHttp;
import dev.halftone.providers.ProviderSetting;
import dev.halftone.providers.RetryAfter;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** Google's Vertex AI as a provider. */
public final class VertexProvider {

    /** The name under which a catalogue refers to it. */
    public static final String NAME = GoogleProtocol.VERTEX;

    private static final Duration TOKENS =
            GoogleProtocol.TOKEN_STEP.multipliedBy(GoogleProtocol.TOKEN_STEPS);

    private VertexProvider() {}

    /**
     * Who we are to Google.
     *
     * @param credential Google's own JSON: of a service account's key, or of a federation with AWS
     * @param callerIdentity who this function is to AWS, for a federation
     */
    public record Identity(Supplier<SecretText> credential, CallerIdentity callerIdentity) {}

    /** Composes the provider; nothing is called and no secret is read before the first order. */
    public static DirectProvider of(ProviderSetting setting) {
        return of(
                VertexAccess.of(NAME, setting),
                setting.clock(),
                GoogleProtocol.CALL_TIMEOUT.minus(TOKENS));
    }

    /** Has our credential exchanged for a token. */
    public static KeyCheck keyCheck(ProviderSetting setting) {
        return VertexAccess.of(NAME, setting).tokens()::check;
    }

    static DirectProvider of(VertexAccess access, Clock clock, Duration callTimeout) {
        return new DirectProvider(
                NAME,
                Endpoints.of("gemini-*"),
                new GenerateContentCall(
                        NAME,
                        new DirectHttp(callTimeout),
                        new InRegion(access),
                        new GoogleErrors(NAME, new RetryAfter(clock))),
                // A lease on the work has to outlast both.
                callTimeout.plus(TOKENS),
                // A picture costs cents, and nobody else can say what became of the first call.
                true);
    }

    private record InRegion(VertexAccess access) implements GenerateContentCall.Way {

        @Override
        public HttpRequest.Builder to(ProviderOrder order) {
            return access.request(order.route().endpoint(), GoogleProtocol.GENERATE);
        }

        @Override
        public void addTo(ObjectNode imageConfig) {
            imageConfig.putObject("imageOutputOptions").put("mimeType", "image/png");
        }

        @Override
        public void refused() {
            access.tokens().forget();
        }
    }
}
