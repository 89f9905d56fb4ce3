package dev.halftone.function.generationsubmit;

import dev.halftone.core.storyboard.Storyboards;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.Problem;

/** Why a storyboard is not what somebody wanted of it, in stable codes. */
final class StoryboardProblems {
    private StoryboardProblems() {}

    static HttpResponse unknown() {
        return Problem.of(404, "unknown_storyboard", "There is no such storyboard.").response();
    }

    static HttpResponse unknownShot() {
        return Problem.of(404, "unknown_shot", "The storyboard has no such shot.").response();
    }

    static HttpResponse notReady() {
        return Problem.of(409, "storyboard_not_ready", "Its shots are not planned yet.").response();
    }

    static HttpResponse tooMany() {
        return tooMany("too_many_storyboards", "storyboards", Storyboards.STORYBOARDS_MAX);
    }

    static HttpResponse tooManyTakes() {
        return tooMany("too_many_takes", "takes of one storyboard", Storyboards.TAKES_MAX);
    }

    private static HttpResponse tooMany(String code, String what, int max) {
        return Problem.of(409, code, "Nobody has more than %d %s.".formatted(max, what))
                .with("max", max)
                .response();
    }

    static HttpResponse refused(String field, String code) {
        return Problem.of(422, code, "This is nothing that a storyboard can be made of.")
                .field(field)
                .response();
    }
}
