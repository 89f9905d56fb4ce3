package dev.halftone.core.ledger;

/**
 * What to do about a request, given what was read. A store whose conditions refuse the movement
 * reads again and decides anew.
 */
public sealed interface Decision<O> {

    /** Book this, and then answer that. */
    record Book<O>(Movement movement, O outcome) implements Decision<O> {}

    /** Nothing moves. */
    record Answer<O>(O outcome) implements Decision<O> {}
}
