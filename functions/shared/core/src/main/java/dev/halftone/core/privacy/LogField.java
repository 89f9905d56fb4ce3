package dev.halftone.core.privacy;

import static dev.halftone.core.privacy.DataSubject.NOBODY;
import static dev.halftone.core.privacy.DataSubject.USER;

/** Every key that a log line of ours may have; ids only, never what a person wrote. */
public enum LogField {
    API_REQUEST("apiRequest", NOBODY, Kind.CALL, "find it in the gateway's log"),
    ASSET("asset", USER, Kind.ASSET_ID, "follow one upload"),
    CAUSE("cause", NOBODY, Kind.STATE, "see who woke a worker"),
    CODE("code", USER, Kind.STATE, "see what people were told"),
    COUNT("count", NOBODY, Kind.NUMBER, "see how much was overdue"),
    DEPENDENCY("dependency", NOBODY, Kind.STATE, "see what is unwell"),
    DETAIL("detail", USER, Kind.STATE, "see why"),
    DURATION_MILLIS("durationMillis", NOBODY, Kind.NUMBER, "see what is slow"),
    GENERATION("generation", USER, Kind.GENERATION_ID, "follow one generation"),
    INPUT_TOKENS("inputTokens", NOBODY, Kind.NUMBER, "see what a provider will bill"),
    MARGIN("marginMicroDollars", USER, Kind.NUMBER, "see what loses money"),
    MESSAGE("messageId", NOBODY, Kind.CALL, "follow one message"),
    MODEL("model", USER, Kind.CHOICE, "see which model fails"),
    OUTCOME("outcome", USER, Kind.STATE, "see what came of a step"),
    OUTPUT_TOKENS("outputTokens", NOBODY, Kind.NUMBER, "see what a provider will bill"),
    OWN_COST("ownMicroDollars", NOBODY, Kind.NUMBER, "see what loses money"),
    PRICE("priceMicroDollars", USER, Kind.NUMBER, "see what loses money"),
    PROVIDER("provider", NOBODY, Kind.STATE, "see who is unwell"),
    PROVIDER_COST("providerMicroDollars", NOBODY, Kind.NUMBER, "see what loses money"),
    PROVIDER_REQUEST("providerRequest", USER, Kind.PROVIDER_REQUEST, "ask the provider about it"),
    RECEIVE_COUNT("receiveCount", NOBODY, Kind.NUMBER, "see what comes back"),
    ROUTE("route", NOBODY, Kind.STATE, "see where it failed"),
    STATE("state", USER, Kind.STATE, "see how far it got"),
    STATUS("httpStatus", NOBODY, Kind.STATE, "see what failed"),
    TRACE("traceId", USER, Kind.TRACE, "find every step of what a person did");

    private final String key;
    private final DataSubject about;
    private final Kind kind;
    private final String purpose;

    LogField(String key, DataSubject about, Kind kind, String purpose) {
        this.key = key;
        this.about = about;
        this.kind = kind;
        this.purpose = purpose;
    }

    public String key() {
        return key;
    }

    Declaration declaration() {
        return new Declaration(new Place.LogKey(key), kind, about, Category.TECHNICAL_LOG, purpose);
    }
}
