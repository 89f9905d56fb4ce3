package dev.halftone.testing.crash;

/**
 * One call to the outside.
 *
 * @param invocation which invocation made it, counted over all processes of a run, from 0
 * @param process which kind of process made it, for example {@code provider-poll}
 * @param operation what it asked for, for example {@code PutObject}
 * @param repetition counts the calls of one operation by one kind of process, from 1
 */
public record Call(int invocation, String process, String operation, int repetition) {

    /** Whether it is the same call in another run, whatever else came before it there. */
    boolean isSame(Call other) {
        return process.equals(other.process)
                && operation.equals(other.operation)
                && repetition == other.repetition;
    }

    @Override
    public String toString() {
        return "%s %d of %s".formatted(operation, repetition, process);
    }
}
