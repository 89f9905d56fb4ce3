package dev.halftone.function.studio;

import dev.halftone.core.Page;
import dev.halftone.core.account.SignedIn;
import dev.halftone.core.catalogue.Catalogue;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationState.Succeeded;
import dev.halftone.core.generation.Generations;
import dev.halftone.core.generation.Media;
import dev.halftone.core.generation.MediaStore;
import dev.halftone.core.generation.MediaType;
import dev.halftone.lambda.GenerationResource;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A person's own generations and their results; other people's do not exist here. */
final class GenerationRoutes {
    private static final int HISTORY_LIMIT_DEFAULT = 24;
    private static final Duration LINK_LIFETIME = Duration.ofMinutes(10);
    private static final Pattern INDEX = Pattern.compile("\\d{1,3}");
    // What follows "gen_" in an id.
    private static final int NAME_BEGINS = 4;
    private static final int NAME_ENDS = 12;

    private final Generations generations;
    private final OwnGeneration own;
    private final MediaStore media;
    private final Catalogue catalogue;

    GenerationRoutes(Generations generations, MediaStore media, Catalogue catalogue) {
        this.generations = generations;
        this.own = new OwnGeneration(generations);
        this.media = media;
        this.catalogue = catalogue;
    }

    /** One page of a history, newest first. */
    private record History(List<GenerationResource> items, @Nullable String nextCursor) {}

    HttpResponse history(HttpRequest request, SignedIn caller) {
        return switch (HistoryQuery.of(request)) {
            case HistoryQuery.Invalid invalid -> invalid.response();
            case HistoryQuery.Valid valid ->
                    PageReader.answer(
                            request,
                            HISTORY_LIMIT_DEFAULT,
                            PageRequest.LIMIT_MAX,
                            (limit, cursor) ->
                                    history(
                                            generations.history(
                                                    caller.user(), valid.filter(), limit, cursor),
                                            request.locale()));
        };
    }

    private HttpResponse history(Page<Generation> page, Locale locale) {
        List<GenerationResource> items =
                page.items().stream().map(each -> resource(each, locale)).toList();
        return HttpResponse.json(200, new History(items, page.nextCursor()));
    }

    HttpResponse one(HttpRequest request, SignedIn caller) {
        return own.with(
                request,
                caller.user(),
                found -> HttpResponse.json(200, resource(found, request.locale())));
    }

    HttpResponse media(HttpRequest request, SignedIn caller) {
        return own.with(
                request,
                caller.user(),
                found ->
                        result(found, request.pathParameter("index"))
                                .map(result -> redirect(request, found, result))
                                .orElseGet(GenerationRoutes::unknownMedia));
    }

    private HttpResponse redirect(HttpRequest request, Generation generation, Media found) {
        boolean download = request.queryParameter("download").filter("1"::equals).isPresent();
        return HttpResponse.redirect(
                media.link(
                        found.key(),
                        LINK_LIFETIME,
                        download ? downloadName(generation, found.type()) : null));
    }

    private static Optional<Media> result(Generation generation, String index) {
        if (!(generation.state() instanceof Succeeded succeeded)
                || !INDEX.matcher(index).matches()
                || Integer.parseInt(index) >= succeeded.media().size()) {
            return Optional.empty();
        }
        return Optional.of(succeeded.media().get(Integer.parseInt(index)));
    }

    private GenerationResource resource(Generation generation, Locale locale) {
        return GenerationResource.of(generation, catalogue, locale);
    }

    private static String downloadName(Generation generation, MediaType type) {
        String name = generation.id().value().substring(NAME_BEGINS, NAME_ENDS);
        return "halftone-" + name + "." + type.ending();
    }

    static HttpResponse unknownMedia() {
        return Problem.of(404, "unknown_media", "This generation has no such result.").response();
    }
}
