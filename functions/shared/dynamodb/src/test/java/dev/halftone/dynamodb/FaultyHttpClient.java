package dev.halftone.dynamodb;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;

/** A network that fails as a test says, operation by operation; otherwise it works. */
final class FaultyHttpClient implements SdkHttpClient {

    private static final String TARGET_HEADER = "X-Amz-Target";

    private final SdkHttpClient network;
    private final Deque<Planned> faults = new ArrayDeque<>();
    private final List<String> sent = new ArrayList<>();

    /** What happens to one request. */
    sealed interface Fault {

        /** The engine does it, and its reply never arrives. */
        record LostReply() implements Fault {}

        /** Somebody else was faster: something happens between what was read and this. */
        record Meanwhile(Runnable happens) implements Fault {}

        /** It never reaches the engine. */
        record Unreachable() implements Fault {}

        /**
         * Somebody answers instead of the engine.
         *
         * @param applied whether the engine did it all the same
         */
        record Answer(int statusCode, String body, boolean applied) implements Fault {}
    }

    private record Planned(String operation, Fault fault) {}

    FaultyHttpClient(SdkHttpClient network) {
        this.network = network;
    }

    /** Plans a fault for the next request of this operation; faults are used up in order. */
    synchronized FaultyHttpClient next(String operation, Fault fault) {
        faults.add(new Planned(operation, fault));
        return this;
    }

    /** How many requests of an operation were sent, its repetitions included. */
    synchronized long sent(String operation) {
        return sent.stream().filter(operation::equals).count();
    }

    synchronized boolean isUsedUp() {
        return faults.isEmpty();
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        String target =
                request.httpRequest().firstMatchingHeader(TARGET_HEADER).orElse("DynamoDB.None");
        String operation = target.substring(target.indexOf('.') + 1);
        ExecutableHttpRequest prepared = network.prepareRequest(request);
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return respond(operation, prepared);
            }

            @Override
            public void abort() {
                prepared.abort();
            }
        };
    }

    private HttpExecuteResponse respond(String operation, ExecutableHttpRequest prepared)
            throws IOException {
        return switch (take(operation)) {
            case Planned(_, Fault.LostReply _) -> {
                read(prepared.call());
                throw new IOException("The reply was lost");
            }
            case Planned(_, Fault.Meanwhile meanwhile) -> {
                meanwhile.happens().run();
                yield prepared.call();
            }
            case Planned(_, Fault.Unreachable _) -> throw new IOException("Unreachable");
            case Planned(_, Fault.Answer answer) -> {
                if (answer.applied()) {
                    read(prepared.call());
                }
                yield response(answer);
            }
            case null -> prepared.call();
        };
    }

    private synchronized @Nullable Planned take(String operation) {
        sent.add(operation);
        Planned next = faults.peek();
        return next != null && next.operation().equals(operation) ? faults.poll() : null;
    }

    private static void read(HttpExecuteResponse response) throws IOException {
        if (response.responseBody().isPresent()) {
            try (AbortableInputStream body = response.responseBody().get()) {
                body.readAllBytes();
            }
        }
    }

    private static HttpExecuteResponse response(Fault.Answer answer) {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        return HttpExecuteResponse.builder()
                .response(
                        SdkHttpFullResponse.builder()
                                .statusCode(answer.statusCode())
                                .putHeader("Content-Type", "application/x-amz-json-1.0")
                                .putHeader("Content-Length", Integer.toString(body.length))
                                .build())
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
                .build();
    }

    @Override
    public void close() {
        network.close();
    }
}
