package dev.halftone.testing.crash;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * What ties one process to the world: every call to the outside goes through it. Once the process
 * is dead, nothing of it goes out any more, whatever its code still tries.
 */
public final class Lifeline {

    private static final Duration FREEZE_MAX = Duration.ofMinutes(2);

    private final String process;
    private final CallLog log;
    private final CompletableFuture<Lifeline> frozen = new CompletableFuture<>();
    private final CountDownLatch thawed = new CountDownLatch(1);
    private volatile int invocation;
    private volatile boolean dead;

    public Lifeline(String process, CallLog log) {
        this.process = process;
        this.log = log;
    }

    /** Makes the call, if a fault lets it. */
    @FunctionalInterface
    public interface Attempt<T> {
        T make() throws IOException;
    }

    /** The process is called once more. */
    public void begin() {
        invocation = log.begin();
    }

    /**
     * Leads one call to the outside.
     *
     * @param attempt makes it, and returns only after it has taken effect
     * @param refusal what the called answers when it will not
     */
    public <T> T call(
            String operation, Attempt<T> attempt, Function<Fault.Refusal, ? extends T> refusal)
            throws IOException {
        if (dead) {
            throw death();
        }
        return switch (log.next(invocation, process, operation)) {
            case Fault.None _ -> attempt.make();
            case Fault.Death death -> {
                if (death.applied()) {
                    attempt.make();
                }
                dead = true;
                throw death();
            }
            case Fault.Freeze freeze -> freeze(freeze, attempt);
            case Fault.LostReply _ -> {
                attempt.make();
                throw new IOException("The reply was lost");
            }
            case Fault.Unreachable _ -> throw new IOException("Nobody is there");
            case Fault.Refused refused -> {
                if (refused.applied()) {
                    attempt.make();
                }
                yield refusal.apply(refused.refusal());
            }
        };
    }

    // An error of the machine: nothing that repairs, translates or answers catches one.
    private InternalError death() {
        return new InternalError("The process " + process + " is no more");
    }

    private <T> T freeze(Fault.Freeze freeze, Attempt<T> attempt) throws IOException {
        if (freeze.applied()) {
            T reply = attempt.make();
            standStill();
            return reply;
        }
        standStill();
        return attempt.make();
    }

    private void standStill() throws IOException {
        frozen.complete(this);
        try {
            if (!thawed.await(FREEZE_MAX.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException("Frozen for too long");
            }
        } catch (InterruptedException _) {
            // The caller's own timeout went on.
            throw new InterruptedIOException("Frozen for longer than the caller waits");
        }
    }

    /** Lets a frozen process go on. */
    public void thaw() {
        thawed.countDown();
    }

    /** Completes when the process freezes. */
    public CompletionStage<Lifeline> frozen() {
        return frozen.minimalCompletionStage();
    }

    /** Whether the process has died; what it answers since then was never said. */
    public boolean isDead() {
        return dead;
    }
}
