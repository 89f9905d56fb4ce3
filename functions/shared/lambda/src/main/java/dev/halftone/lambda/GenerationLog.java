package dev.halftone.lambda;

import dev.halftone.core.catalogue.MicroDollars;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.ProviderRequest;
import dev.halftone.core.privacy.LogField;
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
        MDC.put(LogField.GENERATION.key(), generation.id().value());
        MDC.put(LogField.TRACE.key(), generation.trace().value());
        ProviderRequest request = generation.state().providerRequest();
        if (request != null) {
            MDC.put(LogField.PROVIDER.key(), request.provider());
            MDC.put(LogField.PROVIDER_REQUEST.key(), request.id());
        }
    }

    /** Ends what {@link #follow} began. */
    static void unfollow() {
        MDC.remove(LogField.GENERATION.key());
        MDC.remove(LogField.PROVIDER.key());
        MDC.remove(LogField.PROVIDER_REQUEST.key());
        Invocation.currentTrace()
                .ifPresentOrElse(
                        own -> MDC.put(LogField.TRACE.key(), own.value()),
                        () -> MDC.remove(LogField.TRACE.key()));
    }

    /** Writes that {@code event} happened to the generation. */
    public static void write(String event, Generation generation) {
        line(generation).log(event);
    }

    /** What it earned, for operators only; as text, as the operator's view reads every value. */
    private static LoggingEventBuilder money(
            LoggingEventBuilder line, Generation generation, MicroDollars margin) {
        return line.addKeyValue(LogField.PROVIDER_COST.key(), text(generation.assignment().cost()))
                .addKeyValue(LogField.OWN_COST.key(), text(generation.costs().own()))
                .addKeyValue(LogField.PRICE.key(), text(generation.costs().worth()))
                .addKeyValue(LogField.MARGIN.key(), text(margin));
    }

    private static String text(MicroDollars amount) {
        return Long.toString(amount.amount());
    }

    /**
     * A line with every id: ours, the trace's and, once there is one, the provider's. Once it has
     * ended, with what it earned.
     */
    public static LoggingEventBuilder line(Generation generation) {
        LoggingEventBuilder begun =
                LOG.atInfo()
                        .addKeyValue(LogField.GENERATION.key(), generation.id())
                        .addKeyValue(LogField.TRACE.key(), generation.trace())
                        .addKeyValue(LogField.MODEL.key(), generation.request().model())
                        .addKeyValue(LogField.STATE.key(), generation.state().label());
        LoggingEventBuilder line =
                generation.margin().map(margin -> money(begun, generation, margin)).orElse(begun);
        ProviderRequest request = generation.state().providerRequest();
        return request == null
                ? line
                : line.addKeyValue(LogField.PROVIDER.key(), request.provider())
                        .addKeyValue(LogField.PROVIDER_REQUEST.key(), request.id());
    }
}
