package dev.halftone.core.ledger;

/** What became of the oldest credits that waited for room. */
public sealed interface AdmitOutcome {

    record Admitted(GrantId grant, Credits amount) implements AdmitOutcome {}

    record NothingWaiting() implements AdmitOutcome {}

    /** No bucket has emptied yet. */
    record NoRoom() implements AdmitOutcome {}
}
