package dev.halftone.providers.fal;

import dev.halftone.core.TransientFailure;
import dev.halftone.core.generation.Provider.Cancellation;
import dev.halftone.core.generation.ProviderRequest;

/** Asks fal.ai to stop. It may still finish; only a poll tells. */
final class FalCancellation implements Cancellation {

    private final FalHttp http;
    private final FalLinks links;

    FalCancellation(FalHttp http, FalLinks links) {
        this.http = http;
        this.links = links;
    }

    @Override
    public void cancel(ProviderRequest request) {
        FalReply reply = http.put(links.link(request, FalProtocol.CANCEL_URL));
        // 400: it is done already. 404: nobody knows it any more.
        boolean heard =
                reply instanceof FalReply.Answered(FalAnswer answer)
                        && (answer.isSuccess() || answer.code() == 400 || answer.code() == 404);
        if (!heard) {
            throw new TransientFailure(FalProtocol.NAME, "did not hear the cancellation");
        }
    }
}
