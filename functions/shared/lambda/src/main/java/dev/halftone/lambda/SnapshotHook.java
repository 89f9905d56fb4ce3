package dev.halftone.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import dev.halftone.core.DependencyFailure;
import dev.halftone.core.privacy.LogField;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.crac.Resource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the function answer its priming events before its snapshot is taken, so that the first
 * request after a restore meets warm code.
 *
 * <p>It calls the entry that exists. A second one would start a second application context within
 * the hook, whose own hook then waits for ever in the restore.
 */
final class SnapshotHook implements Resource {
    /** Bound while a priming event is answered; nothing that a client sends can bind it. */
    static final ScopedValue<Boolean> PRIMING = ScopedValue.newInstance();

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotHook.class);

    private final Class<? extends FunctionApplication> application;
    private final Entry entry;

    /** What Lambda calls. */
    @FunctionalInterface
    interface Entry {
        void handleRequest(
                ByteArrayInputStream input, ByteArrayOutputStream output, Context context)
                throws IOException;
    }

    SnapshotHook(Class<? extends FunctionApplication> application, Entry entry) {
        this.application = application;
        this.entry = entry;
    }

    @Override
    public void beforeCheckpoint(org.crac.Context<? extends Resource> context) throws IOException {
        prime();
    }

    /**
     * Has every priming event answered.
     *
     * <p>A store out of reach, or an unexpected answer, is an error in the log: the function will
     * be slow once, and right. Any other failure lets the snapshot fail, and with it the
     * deployment: such a package would answer nobody.
     */
    void prime() throws IOException {
        long begun = System.nanoTime();
        List<PrimingEvent> events = PrimingEvent.of(application);
        int warm = 0;
        for (PrimingEvent event : events) {
            String difference = prime(event);
            if (difference.isEmpty()) {
                warm++;
            } else {
                LOG.atError()
                        .addKeyValue(LogField.DETAIL.key(), difference)
                        .log("Priming incomplete");
            }
        }
        LOG.atInfo()
                .addKeyValue(LogField.COUNT.key(), warm)
                .addKeyValue(
                        LogField.DURATION_MILLIS.key(), (System.nanoTime() - begun) / 1_000_000)
                .log("Primed for the snapshot");
    }

    /**
     * Nothing waits here to be made anew, because nothing was kept: secrets are fetched when they
     * are asked for, idle connections and credentials end by the clock, which has gone on.
     */
    @Override
    public void afterRestore(org.crac.Context<? extends Resource> context) {
        LOG.info("Restored from the snapshot");
    }

    private String prime(PrimingEvent event) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            ScopedValue.where(PRIMING, true).call(() -> answer(event, answer));
            return event.difference(answer.toByteArray());
        } catch (RuntimeException e) {
            DependencyFailure failure = dependencyFailure(e);
            if (failure == null) {
                throw e;
            }
            return failure.dependency() + " is out of reach";
        }
    }

    private ByteArrayOutputStream answer(PrimingEvent event, ByteArrayOutputStream answer)
            throws IOException {
        entry.handleRequest(
                new ByteArrayInputStream(event.bytes()), answer, PrimingContext.create());
        return answer;
    }

    private static @Nullable DependencyFailure dependencyFailure(@Nullable Throwable failure) {
        return failure == null || failure instanceof DependencyFailure
                ? (DependencyFailure) failure
                : dependencyFailure(failure.getCause());
    }
}
