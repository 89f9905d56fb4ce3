package dev.halftone.providers.fal;

import dev.halftone.core.TransientFailure;
import dev.halftone.core.generation.Provider.Cancellation;
import dev.halftone.core.generation.ProviderRequest;
import dev.halftone.providers.ProviderAnswer;
import dev.halftone.providers.ProviderHttp;
import dev.halftone.providers.ProviderReply;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;

/** Asks fal.ai to stop. It may still finish; only a poll tells. */
final class FalCancellation implements Cancellation {

    private final ProviderHttp http;
    private final FalLinks links;

    FalCancellation(ProviderHttp http, FalLinks links) {
        this.http = http;
        this.links = links;
    }

    @Override
    public void cancel(ProviderRequest request) {
        URI cancel = links.link(request, FalProtocol.CANCEL_URL);
        ProviderReply reply = http.ask(http.request(cancel).PUT(BodyPublishers.noBody()).build());
        // 400: it is done already. 404: nobody knows it any more.
        boolean heard =
                reply instanceof ProviderReply.Answered(ProviderAnswer answer)
                        && (answer.isSuccess() || answer.code() == 400 || answer.code() == 404);
        if (!heard) {
            throw new TransientFailure(FalProtocol.NAME, "did not hear the cancellation");
        }
    }
}
