package dev.halftone.providers.dreammachine;

import java.util.regex.Pattern;

/** The names of Dream Machine's protocol (https://docs.lumalabs.ai/reference, openapi.yaml). */
final class DreamMachineProtocol {

    static final String NAME = "dream-machine";

    static final String SCHEME = "Bearer";
    static final String GENERATIONS = "/generations";
    static final String IMAGE = "/image";
    static final String VIDEO = "/video";
    static final String CREDITS = "/credits";
    static final String ID = "id";
    static final String STATE = "state";
    static final String ASSETS = "assets";
    static final String CALLBACK_URL = "callback_url";
    static final String REQUEST = "request";
    static final String DETAIL = "detail";
    static final String FAILURE_REASON = "failure_reason";

    // "queued" and "dreaming" come before; a state that is no end is on the way.
    static final String COMPLETED = "completed";
    static final String FAILED = "failed";

    // There is no code for it, only sentences that have these letters in common.
    static final Pattern MODERATION = Pattern.compile("moderat", Pattern.CASE_INSENSITIVE);
    // Such as "Prompt Moderation failed" and "Input frame Moderation failed".
    static final Pattern ABOUT_THE_ORDER =
            Pattern.compile("^(?:prompt|input)\\b", Pattern.CASE_INSENSITIVE);

    private DreamMachineProtocol() {}
}
