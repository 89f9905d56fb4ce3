package dev.halftone.lambda;

/** Every key that a log line of ours may have; ids only, never what a person wrote. */
public final class LogFields {
    public static final String API_REQUEST = "apiRequest";
    public static final String CAUSE = "cause";
    public static final String CODE = "code";
    public static final String COUNT = "count";
    public static final String DEPENDENCY = "dependency";
    public static final String DETAIL = "detail";
    public static final String DURATION_MILLIS = "durationMillis";
    public static final String GENERATION = "generation";
    public static final String MESSAGE = "messageId";
    public static final String MODEL = "model";
    public static final String OUTCOME = "outcome";
    public static final String PROVIDER = "provider";
    public static final String PROVIDER_REQUEST = "providerRequest";
    public static final String RECEIVE_COUNT = "receiveCount";
    public static final String ROUTE = "route";
    public static final String STATE = "state";
    public static final String STATUS = "httpStatus";
    public static final String TRACE = "traceId";

    private LogFields() {}
}
