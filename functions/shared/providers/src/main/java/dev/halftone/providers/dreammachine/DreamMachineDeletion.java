package dev.halftone.providers.dreammachine;

import dev.halftone.core.DependencyFailure;
import dev.halftone.core.TransientFailure;
import dev.halftone.core.generation.Provider.ErasureOutcome;
import dev.halftone.core.generation.ProviderRequest;
import dev.halftone.providers.ProviderAnswer;
import dev.halftone.providers.ProviderBase;
import dev.halftone.providers.ProviderHttp;
import dev.halftone.providers.ProviderReply;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Set;

/**
 * Deletes a generation, with its prompt and its result. While it goes on, that is the only wish to
 * stop there is: whether it stops the work is not told, but we hear of it no more.
 */
final class DreamMachineDeletion {

    private static final int NOT_FOUND = 404;
    // It is done already.
    private static final Set<Integer> TOO_LATE = Set.of(400, 409);

    private final ProviderHttp http;
    private final ProviderBase base;

    DreamMachineDeletion(ProviderHttp http, ProviderBase base) {
        this.http = http;
        this.base = base;
    }

    void cancel(ProviderRequest request) {
        boolean heard =
                delete(request) instanceof ProviderReply.Answered(ProviderAnswer answer)
                        && (answer.isSuccess()
                                || answer.code() == NOT_FOUND
                                || TOO_LATE.contains(answer.code()));
        if (!heard) {
            throw new TransientFailure(DreamMachineProtocol.NAME, "did not hear the deletion");
        }
    }

    /** Only what it says that it has deleted is taken to be gone. */
    ErasureOutcome erase(ProviderRequest request) {
        return switch (delete(request)) {
            case ProviderReply.Answered(ProviderAnswer answer) when answer.isSuccess() ->
                    new ErasureOutcome.Erased();
            case ProviderReply.Answered(ProviderAnswer answer) when answer.code() == NOT_FOUND ->
                    new ErasureOutcome.Gone();
            case ProviderReply.Answered(ProviderAnswer answer) ->
                    new ErasureOutcome.Unanswered("dream machine answered " + answer.code());
            case ProviderReply.NotSent not -> new ErasureOutcome.Unanswered(not.detail());
            case ProviderReply.Lost lost -> new ErasureOutcome.Unanswered(lost.detail());
        };
    }

    private ProviderReply delete(ProviderRequest request) {
        URI address = base.resolve(DreamMachineProtocol.GENERATIONS + "/" + request.id());
        HttpRequest call;
        try {
            call = http.request(address).DELETE().build();
        } catch (DependencyFailure e) {
            return new ProviderReply.NotSent("not asked, for want of " + e.dependency());
        }
        return http.ask(call);
    }
}
