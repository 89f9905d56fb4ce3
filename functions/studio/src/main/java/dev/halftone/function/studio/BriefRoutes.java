package dev.halftone.function.studio;

import dev.halftone.core.IdempotencyKey;
import dev.halftone.core.SigningKey;
import dev.halftone.core.account.SignedIn;
import dev.halftone.core.account.UserId;
import dev.halftone.core.brief.Brief;
import dev.halftone.core.brief.BriefId;
import dev.halftone.core.brief.Briefs;
import dev.halftone.core.brief.Briefs.BriefOutcome;
import dev.halftone.core.catalogue.TextForm;
import dev.halftone.lambda.Body;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.JsonBody;
import dev.halftone.lambda.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A person's own characters, every wording of each. */
final class BriefRoutes {
    private static final Pattern VERSION = Pattern.compile("[1-9]\\d?");

    private final Briefs briefs;
    private final Supplier<SigningKey> key;
    private final Clock clock;

    BriefRoutes(Briefs briefs, Supplier<SigningKey> key, Clock clock) {
        this.briefs = briefs;
        this.key = key;
        this.clock = clock;
    }

    /**
     * Who it is, and how it looks.
     *
     * @param version of the wording that this one follows; {@code null} for the first
     */
    record BriefBody(String name, String text, @Nullable Integer version) {}

    record BriefResource(String id, String name, String text, int version, Instant writtenAt) {
        static BriefResource of(Brief brief) {
            return new BriefResource(
                    brief.id().value(),
                    brief.name(),
                    brief.text(),
                    brief.version(),
                    brief.writtenAt());
        }
    }

    record BriefList(List<BriefResource> items) {}

    HttpResponse list(HttpRequest request, SignedIn caller) {
        return HttpResponse.json(
                200,
                new BriefList(briefs.of(caller.user()).stream().map(BriefResource::of).toList()));
    }

    /** The latest wording, or the one that is asked for. */
    HttpResponse one(HttpRequest request, SignedIn caller) {
        String version = request.queryParameter("version").orElse("");
        if (!version.isEmpty() && !VERSION.matcher(version).matches()) {
            return unknown();
        }
        return BriefId.parse(request.pathParameter("id"))
                .flatMap(
                        id ->
                                version.isEmpty()
                                        ? briefs.latest(caller.user(), id)
                                        : briefs.find(caller.user(), id, Integer.parseInt(version)))
                .map(brief -> HttpResponse.json(200, BriefResource.of(brief)))
                .orElseGet(BriefRoutes::unknown);
    }

    HttpResponse create(HttpRequest request, SignedIn caller) {
        Optional<IdempotencyKey> once =
                request.header("idempotency-key").flatMap(IdempotencyKey::parse);
        if (once.isEmpty()) {
            return LibraryProblems.keyRequired();
        }
        BriefId id = BriefId.derive(key.get(), caller.user(), once.get());
        return withBody(
                request, body -> answer(201, briefs.create(brief(id, caller.user(), body, 1))));
    }

    HttpResponse rewrite(HttpRequest request, SignedIn caller) {
        return withBody(request, body -> rewrite(request, caller.user(), body));
    }

    private HttpResponse rewrite(HttpRequest request, UserId owner, BriefBody body) {
        Integer seen = body.version();
        if (seen == null || seen < 1) {
            return Problem.of(422, "version_required", "Name the version that this one follows.")
                    .field("version")
                    .response();
        }
        if (seen >= Brief.VERSIONS_MAX) {
            return LibraryProblems.tooMany(
                    "too_many_versions", "wordings of a character", Brief.VERSIONS_MAX);
        }
        return BriefId.parse(request.pathParameter("id"))
                .map(id -> answer(200, briefs.rewrite(brief(id, owner, body, seen + 1))))
                .orElseGet(BriefRoutes::unknown);
    }

    HttpResponse delete(HttpRequest request, SignedIn caller) {
        return BriefId.parse(request.pathParameter("id"))
                .filter(id -> briefs.delete(caller.user(), id))
                .map(_ -> HttpResponse.noContent())
                .orElseGet(BriefRoutes::unknown);
    }

    private static HttpResponse answer(int written, BriefOutcome outcome) {
        return switch (outcome) {
            case BriefOutcome.Written kept ->
                    HttpResponse.json(written, BriefResource.of(kept.brief()));
            case BriefOutcome.Overtaken overtaken ->
                    Problem.of(409, "brief_changed", "It has been rewritten meanwhile.")
                            .with("version", overtaken.latest().version())
                            .response();
            case BriefOutcome.Unknown _ -> unknown();
            case BriefOutcome.TooMany _ ->
                    LibraryProblems.tooMany("too_many_briefs", "characters", Briefs.BRIEFS_MAX);
        };
    }

    private static HttpResponse withBody(
            HttpRequest request, Function<BriefBody, HttpResponse> answer) {
        return switch (JsonBody.read(request, BriefBody.class)) {
            case Body.Invalid<BriefBody> invalid -> invalid.response();
            case Body.Valid<BriefBody> valid -> {
                BriefBody body = valid.value();
                if (!TextForm.Words.isPlain(body.name(), Brief.NAME_CHARACTERS_MAX)) {
                    yield LibraryProblems.badText("name", Brief.NAME_CHARACTERS_MAX);
                }
                yield TextForm.Words.isPlain(body.text(), Brief.TEXT_CHARACTERS_MAX)
                        ? answer.apply(body)
                        : LibraryProblems.badText("text", Brief.TEXT_CHARACTERS_MAX);
            }
        };
    }

    private Brief brief(BriefId id, UserId owner, BriefBody body, int version) {
        return new Brief(id, owner, body.name(), body.text(), version, clock.instant());
    }

    private static HttpResponse unknown() {
        return Problem.of(404, "unknown_brief", "There is no such character.").response();
    }
}
