package dev.halftone.lambda;

import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.ProviderRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * The lines from which an operator reads the life of one generation. Only here do its id and the
 * provider's stand side by side.
 */
public final class GenerationLog {
    private static final Logger LOG = LoggerFactory.getLogger(GenerationLog.class);

    private GenerationLog() {}

    /** From here to the end of a message, every line has every id, also that of a failure. */
    public static void follow(Generation generation) {
        MDC.put(LogFields.GENERATION, generation.id().value());
        MDC.put(LogFields.TRACE, generation.trace().value());
        ProviderRequest request = generation.state().providerRequest();
        if (request != null) {
            MDC.put(LogFields.PROVIDER, request.provider());
            MDC.put(LogFields.PROVIDER_REQUEST, request.id());
        }
    }

    /** Ends what {@link #follow} began. */
    static void unfollow() {
        MDC.remove(LogFields.GENERATION);
        MDC.remove(LogFields.PROVIDER);
        MDC.remove(LogFields.PROVIDER_REQUEST);
        Invocation.currentTrace()
                .ifPresentOrElse(
                        own -> MDC.put(LogFields.TRACE, own.value()),
                        () -> MDC.remove(LogFields.TRACE));
    }

    /** Writes that {@code event} happened to the generation. */
    public static void write(String event, Generation generation) {
        line(generation).log(event);
    }

    /** A line with every id: ours, the trace's and, once there is one, the provider's. */
    public static LoggingEventBuilder line(Generation generation) {
        LoggingEventBuilder line =
                LOG.atInfo()
                        .addKeyValue(LogFields.GENERATION, generation.id())
                        .addKeyValue(LogFields.TRACE, generation.trace())
                        .addKeyValue(LogFields.MODEL, generation.request().model())
                        .addKeyValue(LogFields.STATE, generation.state().label());
        ProviderRequest request = generation.state().providerRequest();
        return request == null
                ? line
                : line.addKeyValue(LogFields.PROVIDER, request.provider())
                        .addKeyValue(LogFields.PROVIDER_REQUEST, request.id());
    }
}
