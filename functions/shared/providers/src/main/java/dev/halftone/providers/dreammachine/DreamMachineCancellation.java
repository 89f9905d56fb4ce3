package dev.halftone.providers.dreammachine;

import dev.halftone.core.TransientFailure;
import dev.halftone.core.generation.Provider.Cancellation;
import dev.halftone.core.generation.ProviderRequest;
import dev.halftone.providers.ProviderAnswer;
import dev.halftone.providers.ProviderBase;
import dev.halftone.providers.ProviderHttp;
import dev.halftone.providers.ProviderReply;
import java.net.URI;
import java.util.Set;

/**
 * Deletes a generation, with its prompt and its result. Whether that stops the work is not told; we
 * hear of it no more.
 */
final class DreamMachineCancellation implements Cancellation {

    // It is done, or gone already.
    private static final Set<Integer> TOO_LATE = Set.of(400, 404, 409);

    private final ProviderHttp http;
    private final ProviderBase base;

    DreamMachineCancellation(ProviderHttp http, ProviderBase base) {
        this.http = http;
        this.base = base;
    }

    @Override
    public void cancel(ProviderRequest request) {
        URI address = base.resolve(DreamMachineProtocol.GENERATIONS + "/" + request.id());
        ProviderReply reply = http.ask(http.request(address).DELETE().build());
        boolean heard =
                reply instanceof ProviderReply.Answered(ProviderAnswer answer)
                        && (answer.isSuccess() || TOO_LATE.contains(answer.code()));
        if (!heard) {
            throw new TransientFailure(DreamMachineProtocol.NAME, "did not hear the deletion");
        }
    }
}
