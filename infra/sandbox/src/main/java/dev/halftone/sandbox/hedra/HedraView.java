package dev.halftone.sandbox.hedra;

import dev.halftone.sandbox.work.Bench;
import dev.halftone.sandbox.work.Work;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON of jobs and errors. */
final class HedraView {

    private static final Duration KEPT = Duration.ofDays(2);

    private final String files;
    private final Bench bench;

    HedraView(String files, Bench bench) {
        this.files = files;
        this.bench = bench;
    }

    static Map<String, Object> error(String code, boolean retryable) {
        return Map.of("error", envelope(code, retryable), "trace_id", "sandbox");
    }

    private static Map<String, Object> envelope(String code, boolean retryable) {
        return Map.of("code", code, "message", "The sandbox says " + code, "retryable", retryable);
    }

    Map<String, Object> taken(Work work) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("job_id", work.id());
        view.put("model", work.model());
        view.put("status", "IN_QUEUE");
        view.put("status_url", "/v3/jobs/" + work.id() + "/status");
        view.put("result_url", "/v3/jobs/" + work.id());
        view.put("estimated_completion_at", null);
        return view;
    }

    Map<String, Object> result(Work work) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("job_id", work.id());
        view.put("model", work.model());
        view.put("status", state(work));
        view.put("outputs", outputs(work));
        view.put("error", failure(work));
        return view;
    }

    private String state(Work work) {
        return switch (bench.phase(work)) {
            case WAITING -> "IN_QUEUE";
            case WORKING -> "IN_PROGRESS";
            case ENDED -> work.ending() == Work.Ending.MEDIA ? "COMPLETED" : "FAILED";
        };
    }

    private List<Map<String, Object>> outputs(Work work) {
        if (!state(work).equals("COMPLETED")) {
            return List.of();
        }
        boolean expired = isExpired(work);
        Map<String, Object> output = new LinkedHashMap<>();
        output.put("status", expired ? "EXPIRED" : "COMPLETED");
        output.put("asset_id", expired ? null : "asset_" + work.file());
        output.put("url", expired ? null : files + work.file());
        output.put("content_type", work.isFilm() ? "video/mp4" : "image/png");
        output.put("width", work.asked().width());
        output.put("height", work.asked().height());
        output.put("error", null);
        return List.of(output);
    }

    boolean isExpired(Work work) {
        return work.endsAt() != null && work.endsAt().plus(KEPT).isBefore(bench.now());
    }

    private @Nullable Map<String, Object> failure(Work work) {
        if (bench.phase(work) != Work.Phase.ENDED) {
            return null;
        }
        return switch (work.ending()) {
            case MEDIA -> null;
            case MODERATION -> envelope("MODERATION_FAILED", false);
            case FAILURE, CANCELLED -> envelope("INTERNAL", false);
        };
    }
}
