package dev.halftone.function.signin;

/** What became of somebody whom a provider vouched for. */
sealed interface ArrivalOutcome {

    /**
     * They are in.
     *
     * @param cookie the session's own, fresh in every case
     */
    record Arrived(String cookie) implements ArrivalOutcome {}

    record Refused(RefusedArrival why) implements ArrivalOutcome {}
}
