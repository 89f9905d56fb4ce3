package dev.halftone.sandbox.fal;

import dev.halftone.sandbox.work.Magic;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON of the queue: statuses, results, errors and callbacks. */
final class FalReply {

    /**
     * A result as it is fetched or called back; {@code errorType} only for infrastructure errors.
     */
    record Result(int httpStatus, Map<String, Object> body, @Nullable String errorType) {

        boolean good() {
            return httpStatus < 400;
        }

        /** How the queue words a failure in one line. */
        String line() {
            return errorType == null
                    ? "Invalid status code: " + httpStatus
                    : String.valueOf(body.get("detail"));
        }
    }

    private final String base;

    FalReply(String base) {
        this.base = base;
    }

    Map<String, Object> submitted(FalRequest request, Instant now) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", "IN_QUEUE");
        body.put("request_id", request.id());
        body.put("gateway_request_id", request.id());
        body.put("queue_position", request.queuePosition(now));
        links(body, request);
        return body;
    }

    Map<String, Object> status(FalRequest request, Instant now, boolean withLogs) {
        FalRequest.Phase phase = request.phase(now);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", phase.name());
        body.put("request_id", request.id());
        links(body, request);
        if (phase == FalRequest.Phase.IN_QUEUE) {
            body.put("queue_position", request.queuePosition(now));
            return body;
        }
        body.put("logs", withLogs ? logs(request, phase) : null);
        body.put("metrics", phase == FalRequest.Phase.COMPLETED ? metrics(request) : Map.of());
        if (phase == FalRequest.Phase.COMPLETED) {
            Result result = result(request);
            if (!result.good()) {
                body.put("error", result.line());
            }
            if (result.errorType() != null) {
                body.put("error_type", result.errorType());
            }
        }
        return body;
    }

    Result result(FalRequest request) {
        return switch (request.ending()) {
            case PICTURE, TRUNCATED_PICTURE -> new Result(200, files(request), null);
            case MODERATION -> new Result(422, Map.of("detail", List.of(moderation())), null);
            case INVALID -> new Result(422, Map.of("detail", request.problems()), null);
            case FAILURE -> infrastructure(500, "runner_server_error", "The runner failed.");
            case CANCELLED -> infrastructure(499, "client_cancelled", "The request was cancelled.");
        };
    }

    Map<String, Object> callback(FalRequest request) {
        Result result = result(request);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("request_id", request.id());
        body.put("gateway_request_id", request.id());
        body.put("status", result.good() ? "OK" : "ERROR");
        if (!result.good()) {
            body.put("error", result.line());
        }
        body.put("payload", result.body());
        return body;
    }

    static Result infrastructure(int status, String type, String detail) {
        return new Result(status, Map.of("detail", detail, "error_type", type), type);
    }

    private Map<String, Object> files(FalRequest request) {
        return request.images().stream().anyMatch(FalImage::isFilm)
                ? Map.of("video", file(request.images().getFirst()))
                : pictures(request);
    }

    private Map<String, Object> pictures(FalRequest request) {
        List<Map<String, Object>> images = request.images().stream().map(this::image).toList();
        FalRequest.Input input = request.input();
        boolean blanked = request.is(Magic.BLANKED);
        if (!request.endpoint().contains("/flux") && !blanked) {
            return Map.of("images", images, "description", "");
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("images", images);
        body.put("timings", metrics(request));
        body.put("has_nsfw_concepts", images.stream().map(_ -> blanked).toList());
        if (input != null) {
            body.put("seed", input.seed());
            body.put("prompt", input.prompt());
        }
        return body;
    }

    private Map<String, Object> image(FalImage image) {
        Map<String, Object> body = new LinkedHashMap<>(file(image));
        body.put("width", image.width());
        body.put("height", image.height());
        return body;
    }

    /** A film's size and length are not told: they are in the file. */
    private Map<String, Object> file(FalImage image) {
        return Map.of(
                "url", base + "/files/" + image.file(),
                "content_type", image.contentType(),
                "file_name", image.file().substring(image.file().lastIndexOf('-') + 1),
                "file_size", image.bytes());
    }

    private static Map<String, Object> moderation() {
        return Map.of(
                "loc", List.of("body", "prompt"),
                "msg", "The content could not be processed because a content checker flagged it.",
                "type", "content_policy_violation",
                "url", "https://docs.fal.ai/errors#content_policy_violation");
    }

    private static Map<String, Object> metrics(FalRequest request) {
        Instant end = request.endsAt();
        double seconds =
                end == null ? 0 : Duration.between(request.startsAt(), end).toMillis() / 1000.0;
        return Map.of("inference_time", Math.max(0, seconds));
    }

    private static List<Map<String, Object>> logs(FalRequest request, FalRequest.Phase phase) {
        Map<String, Object> started = log("Painting started.", request.startsAt());
        Instant end = request.endsAt();
        return phase == FalRequest.Phase.COMPLETED && end != null
                ? List.of(started, log("Request ended.", end))
                : List.of(started);
    }

    private static Map<String, Object> log(String message, Instant at) {
        return Map.of(
                "message", message, "level", "INFO", "source", "USER", "timestamp", at.toString());
    }

    /** Owner and app only: the rest of an endpoint's path is not part of these addresses. */
    private void links(Map<String, Object> body, FalRequest request) {
        String url = base + "/" + request.app() + "/requests/" + request.id();
        body.put("status_url", url + "/status");
        body.put("response_url", url);
        body.put("cancel_url", url + "/cancel");
    }
}
