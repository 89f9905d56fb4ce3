package dev.halftone.function.studio;

import dev.halftone.core.account.UserId;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.Generations;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.Problem;
import java.util.function.Function;

/** The generation that a path names, for its owner; other people's do not exist here. */
final class OwnGeneration {
    private final Generations generations;

    OwnGeneration(Generations generations) {
        this.generations = generations;
    }

    /** Answers about it, or says why there is nothing to answer about. */
    HttpResponse with(
            HttpRequest request, UserId caller, Function<Generation, HttpResponse> answer) {
        return evenRemoved(
                request,
                caller,
                found -> found.shelf().isRemoved() ? removed() : answer.apply(found));
    }

    /** The same, also about what is left of one that its owner has removed. */
    HttpResponse evenRemoved(
            HttpRequest request, UserId caller, Function<Generation, HttpResponse> answer) {
        return GenerationId.parse(request.pathParameter("id"))
                .flatMap(generations::find)
                .filter(generation -> generation.owner().equals(caller))
                .map(answer)
                .orElseGet(OwnGeneration::unknown);
    }

    static HttpResponse unknown() {
        return Problem.of(404, "unknown_generation", "There is no such generation.").response();
    }

    static HttpResponse removed() {
        return Problem.of(410, "generation_removed", "You have removed this generation.")
                .response();
    }
}
