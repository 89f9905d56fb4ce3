package dev.halftone.providers.google;

import dev.halftone.core.DependencyFailure;
import dev.halftone.core.generation.ProviderMedia;
import dev.halftone.core.generation.ResultDownload;
import dev.halftone.providers.BinaryParts;
import dev.halftone.providers.DirectHttp;
import dev.halftone.providers.ProviderAnswer;
import dev.halftone.providers.ProviderReply;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Takes films out of the answers that bring them, and leaves whatever has an address to others. */
final class VeoDownload implements ResultDownload {

    private static final Set<Integer> GONE = Set.of(404, 410);

    private final DirectHttp http;
    private final VertexAccess access;
    private final ResultDownload others;

    VeoDownload(DirectHttp http, VertexAccess access, ResultDownload others) {
        this.http = http;
        this.access = access;
        this.others = others;
    }

    @Override
    public Outcome download(ProviderMedia media, Path target, long bytesMax) {
        Optional<VeoWork> work = VeoWork.at(media.location());
        return work.isPresent()
                ? fetch(work.get(), target, bytesMax)
                : others.download(media, target, bytesMax);
    }

    private Outcome fetch(VeoWork work, Path target, long bytesMax) {
        HttpRequest question;
        try {
            question = work.question(access);
        } catch (DependencyFailure e) {
            return new Outcome.NotCopied("not asked, for want of " + e.dependency());
        }
        try (BinaryParts parts = new BinaryParts(Set.of(VeoProtocol.FILM), Set.of(), bytesMax)) {
            return switch (http.ask(question, parts)) {
                case ProviderReply.NotSent not -> new Outcome.NotCopied(not.detail());
                case ProviderReply.Lost _ when parts.isExceeded() ->
                        new Outcome.Unusable("too large");
                case ProviderReply.Lost lost -> new Outcome.NotCopied(lost.detail());
                case ProviderReply.Answered answered -> outcome(answered.answer(), parts, target);
            };
        }
    }

    private Outcome outcome(ProviderAnswer answer, BinaryParts parts, Path target) {
        String detail = "answered " + answer.code();
        if (answer.code() == 401) {
            access.tokens().forget();
        }
        if (GONE.contains(answer.code())) {
            return new Outcome.Expired(detail);
        }
        if (!answer.isSuccess()) {
            // Too many, our key, or something broken there: the film waits.
            return new Outcome.NotCopied(detail);
        }
        return parts.move(VeoPolling.film(answer.body()), target)
                ? new Outcome.Copied(target.toFile().length())
                : new Outcome.Unusable("no film in the answer");
    }
}
