package dev.halftone.core.mail;

import java.net.URI;
import java.time.LocalDate;

/** What a person is written, without the words. */
public sealed interface Letter {

    /**
     * Asks whoever reads it to prove that the address is theirs.
     *
     * @param link works once, for {@link ChangeEmail#CODE_MAX}
     */
    record ConfirmAddress(URI link) implements Letter {}

    /** Says to the person of an address that somebody wanted it for another account. */
    record AddressInUse() implements Letter {}

    /** Says to the former address that it is the account's no longer. */
    record AddressChanged() implements Letter {}

    record WayLinked(String way) implements Letter {}

    record WayUnlinked(String way) implements Letter {}

    record TokenCreated(String name) implements Letter {}

    record SessionsEnded() implements Letter {}

    /**
     * Says to the operator that somebody below the minimum age is said to have an account.
     *
     * @param receipt the number under which the report lies; what it says is not mailed
     * @param deadline the day, in UTC, until which it has to be answered
     */
    record MinorReported(String receipt, LocalDate deadline) implements Letter {}
}
