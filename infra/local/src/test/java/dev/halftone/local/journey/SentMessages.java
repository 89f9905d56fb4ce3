package dev.halftone.local.journey;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/** Every message that a queue took in this JVM; the SDK finds it by its name and makes its own. */
public final class SentMessages implements ExecutionInterceptor {

    private static final int MESSAGES_MAX = 100_000;
    private static final List<String> BODIES = new ArrayList<>();

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        if (context.request() instanceof SendMessageRequest request) {
            keep(request.messageBody());
        }
    }

    private static void keep(String body) {
        synchronized (BODIES) {
            if (BODIES.size() == MESSAGES_MAX) {
                throw new IllegalStateException("More messages than any test sends");
            }
            BODIES.add(body);
        }
    }

    static List<String> about(String generation) {
        synchronized (BODIES) {
            return BODIES.stream().filter(body -> body.contains(generation)).toList();
        }
    }
}
