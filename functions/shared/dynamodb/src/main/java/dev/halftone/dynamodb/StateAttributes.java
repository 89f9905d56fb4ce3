package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.n;
import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.catalogue.Dimensions;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.GenerationState;
import dev.halftone.core.generation.GenerationState.Accepted;
import dev.halftone.core.generation.GenerationState.Delivering;
import dev.halftone.core.generation.GenerationState.Failed;
import dev.halftone.core.generation.GenerationState.Running;
import dev.halftone.core.generation.GenerationState.Submitting;
import dev.halftone.core.generation.GenerationState.Succeeded;
import dev.halftone.core.generation.Media;
import dev.halftone.core.generation.MediaType;
import dev.halftone.core.generation.ObjectKey;
import dev.halftone.core.generation.Objection;
import dev.halftone.core.generation.ProviderMedia;
import dev.halftone.core.generation.ProviderRequest;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The state of a generation as a map, which holds only what exists in that state. */
final class StateAttributes {

    private static final String DUE_AT = "dueAt"; // S, instant
    private static final String SUBMISSIONS = "submissions"; // N
    private static final String POLLS = "polls"; // N
    private static final String QUEUE_POSITION = "queuePosition"; // N, optional
    private static final String ATTEMPTS = "attempts"; // N
    private static final String REJECTIONS = "rejections"; // N, 0 if missing
    private static final String ENDED_AT = "endedAt"; // S, instant
    private static final String REASON = "reason"; // S, failure code
    private static final String DETAIL = "detail"; // S, for operators
    private static final String SIDE = "side"; // S, only if a provider's rules refused it
    private static final String RULE = "rule"; // S, the provider's own name for it, if told
    private static final String REQUEST = "request"; // M
    private static final String PROVIDER = "provider"; // S
    private static final String ID = "id"; // S, the provider's own
    private static final String LINKS = "links"; // M of S
    private static final String RESULTS = "results"; // L of M
    private static final String LOCATION = "location"; // S, address
    private static final String CONTENT_TYPE = "contentType"; // S
    private static final String MEDIA = "media"; // L of M
    private static final String FREE = "free"; // BOOL, true or absent
    private static final String KEY = "key"; // S, object key
    private static final String WIDTH = "width"; // N, pixels
    private static final String HEIGHT = "height"; // N, pixels
    private static final String DURATION = "durationMillis"; // N, of a film
    private static final String BYTES = "bytes"; // N
    private static final String DOCUMENT = "document"; // S, JSON, of a text
    private static final String SHA256 = "sha256"; // S, hexadecimal
    private static final String CONTENT_SHA256 = "contentSha256"; // S, only where it differs

    private static final int DETAIL_CHARACTERS_MAX = 1_000;

    private StateAttributes() {}

    static AttributeValue write(GenerationState state) {
        Map<String, AttributeValue> map = new HashMap<>();
        switch (state) {
            case Accepted accepted -> {
                map.put(DUE_AT, s(accepted.dueAt()));
                map.put(SUBMISSIONS, n(accepted.submissions()));
            }
            case Submitting submitting -> {
                map.put(DUE_AT, s(submitting.leaseUntil()));
                map.put(SUBMISSIONS, n(submitting.submissions()));
            }
            case Running running -> {
                map.put(REQUEST, request(running.request()));
                map.put(DUE_AT, s(running.nextPollAt()));
                map.put(POLLS, n(running.polls()));
                if (running.queuePosition() != null) {
                    map.put(QUEUE_POSITION, n(running.queuePosition()));
                }
            }
            case Delivering delivering -> {
                map.put(REQUEST, request(delivering.request()));
                map.put(RESULTS, results(delivering.results()));
                map.put(DUE_AT, s(delivering.dueAt()));
                map.put(ATTEMPTS, n(delivering.attempts()));
                map.put(REJECTIONS, n(delivering.rejections()));
            }
            case Succeeded succeeded -> {
                map.put(REQUEST, request(succeeded.request()));
                map.put(MEDIA, media(succeeded.media()));
                map.put(ENDED_AT, s(succeeded.at()));
                if (succeeded.free()) {
                    map.put(FREE, AttributeValue.fromBool(true));
                }
                RemainsAttributes.write(succeeded.remains(), map);
            }
            case Failed failed -> writeFailed(failed, map);
        }
        return AttributeValue.fromM(map);
    }

    private static void writeFailed(Failed failed, Map<String, AttributeValue> map) {
        map.put(REASON, s(failed.reason().code()));
        map.put(DETAIL, s(bounded(failed.detail())));
        map.put(ENDED_AT, s(failed.at()));
        if (failed.objection() != null) {
            map.put(SIDE, s(failed.objection().side().code()));
            if (failed.objection().rule() != null) {
                map.put(RULE, s(failed.objection().rule()));
            }
        }
        if (failed.request() != null) {
            map.put(REQUEST, request(failed.request()));
        }
        RemainsAttributes.write(failed.remains(), map);
    }

    /** A provider's endless message must not make an item too large, for then nothing could end. */
    private static String bounded(String detail) {
        return detail.substring(0, Math.min(DETAIL_CHARACTERS_MAX, detail.length()));
    }

    static GenerationState read(String label, Attributes map) {
        return switch (label) {
            case "accepted" -> new Accepted(map.instant(DUE_AT), number(map, SUBMISSIONS));
            case "submitting" -> new Submitting(map.instant(DUE_AT), number(map, SUBMISSIONS));
            case "running" ->
                    new Running(
                            request(map.attributes(REQUEST)),
                            map.instant(DUE_AT),
                            number(map, POLLS),
                            map.has(QUEUE_POSITION) ? number(map, QUEUE_POSITION) : null);
            case "delivering" ->
                    new Delivering(
                            request(map.attributes(REQUEST)),
                            map.list(RESULTS).stream().map(StateAttributes::result).toList(),
                            map.instant(DUE_AT),
                            number(map, ATTEMPTS),
                            map.has(REJECTIONS) ? number(map, REJECTIONS) : 0);
            case "succeeded" ->
                    new Succeeded(
                            request(map.attributes(REQUEST)),
                            map.list(MEDIA).stream().map(StateAttributes::media).toList(),
                            map.instant(ENDED_AT),
                            map.has(FREE),
                            RemainsAttributes.read(map));
            case "failed" ->
                    new Failed(
                            reason(map.text(REASON)),
                            map.text(DETAIL),
                            objection(map),
                            optionalRequest(map),
                            map.instant(ENDED_AT),
                            RemainsAttributes.read(map));
            default ->
                    throw new PermanentFailure("dynamodb", "a generation has the state " + label);
        };
    }

    private static int number(Attributes map, String name) {
        return Math.toIntExact(map.number(name));
    }

    private static FailureReason reason(String code) {
        return FailureReason.ofCode(code)
                .orElseThrow(
                        () -> new PermanentFailure("dynamodb", "a generation failed of " + code));
    }

    private static @Nullable Objection objection(Attributes map) {
        return map.optionalText(SIDE)
                .map(code -> new Objection(side(code), map.optionalText(RULE).orElse(null)))
                .orElse(null);
    }

    private static Objection.Side side(String code) {
        return Objection.Side.ofCode(code)
                .orElseThrow(
                        () -> new PermanentFailure("dynamodb", "a provider refused a " + code));
    }

    static AttributeValue request(ProviderRequest request) {
        Map<String, AttributeValue> links =
                request.links().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, link -> s(link.getValue())));
        return AttributeValue.fromM(
                Map.of(
                        PROVIDER,
                        s(request.provider()),
                        ID,
                        s(request.id()),
                        LINKS,
                        AttributeValue.fromM(links)));
    }

    private static @Nullable ProviderRequest optionalRequest(Attributes map) {
        return map.has(REQUEST) ? request(map.attributes(REQUEST)) : null;
    }

    static ProviderRequest request(Attributes map) {
        Attributes links = map.attributes(LINKS);
        Map<String, String> texts =
                links.map().keySet().stream().collect(Collectors.toMap(name -> name, links::text));
        return new ProviderRequest(map.text(PROVIDER), map.text(ID), texts);
    }

    private static AttributeValue results(List<ProviderMedia> results) {
        return AttributeValue.fromL(
                results.stream()
                        .map(
                                result ->
                                        AttributeValue.fromM(
                                                Map.of(
                                                        LOCATION,
                                                        s(result.location().toString()),
                                                        CONTENT_TYPE,
                                                        s(result.contentType()))))
                        .toList());
    }

    private static ProviderMedia result(Attributes map) {
        return new ProviderMedia(URI.create(map.text(LOCATION)), map.text(CONTENT_TYPE));
    }

    private static AttributeValue media(List<Media> media) {
        return AttributeValue.fromL(media.stream().map(StateAttributes::media).toList());
    }

    private static AttributeValue media(Media media) {
        Map<String, AttributeValue> map = new HashMap<>();
        map.put(KEY, s(media.key().value()));
        map.put(CONTENT_TYPE, s(media.type().contentType()));
        if (media.size() != null) {
            map.put(WIDTH, n(media.size().width()));
            map.put(HEIGHT, n(media.size().height()));
        }
        if (media.duration() != null) {
            map.put(DURATION, n(media.duration().toMillis()));
        }
        if (media.document() != null) {
            map.put(DOCUMENT, s(media.document()));
        }
        map.put(BYTES, n(media.bytes()));
        map.put(SHA256, s(media.sha256()));
        if (!media.contentSha256().equals(media.sha256())) {
            map.put(CONTENT_SHA256, s(media.contentSha256()));
        }
        return AttributeValue.fromM(map);
    }

    private static Media media(Attributes map) {
        return new Media(
                new ObjectKey(map.text(KEY)),
                type(map.text(CONTENT_TYPE)),
                map.has(WIDTH) ? new Dimensions(number(map, WIDTH), number(map, HEIGHT)) : null,
                map.optionalNumber(DURATION).map(Duration::ofMillis).orElse(null),
                map.optionalText(DOCUMENT).orElse(null),
                map.number(BYTES),
                map.text(SHA256),
                map.optionalText(CONTENT_SHA256).orElseGet(() -> map.text(SHA256)));
    }

    private static MediaType type(String contentType) {
        return MediaType.parse(contentType)
                .orElseThrow(
                        () ->
                                new PermanentFailure(
                                        "dynamodb", "media has the type " + contentType));
    }
}
