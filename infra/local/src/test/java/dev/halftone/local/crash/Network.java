package dev.halftone.local.crash;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * The way to one service: each request of the SDK hangs on the lifeline of the process it is of.
 */
final class Network implements SdkHttpClient {

    private final Function<Cloud, Service> services;

    Network(Function<Cloud, Service> services) {
        this.services = services;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return send(request);
            }

            @Override
            public void abort() {
                // Everything has been read by the time there is something to abort.
            }
        };
    }

    private HttpExecuteResponse send(HttpExecuteRequest request) throws IOException {
        Outside outside = Outside.CURRENT.get();
        Service service = services.apply(outside.cloud());
        SdkHttpRequest http = request.httpRequest();
        byte[] body = body(request);
        Service.Reply reply =
                outside.lifeline()
                        .call(
                                service.operation(http),
                                () -> service.answer(http, body),
                                refusal -> service.refuse(refusal, http, body));
        SdkHttpResponse.Builder head = SdkHttpResponse.builder().statusCode(reply.code);
        reply.headers.forEach(head::putHeader);
        return HttpExecuteResponse.builder()
                .response(head.build())
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(reply.body)))
                .build();
    }

    private static byte[] body(HttpExecuteRequest request) throws IOException {
        ContentStreamProvider provider = request.contentStreamProvider().orElse(null);
        if (provider == null) {
            return new byte[0];
        }
        try (InputStream content = provider.newStream()) {
            return content.readAllBytes();
        }
    }

    @Override
    public void close() {
        // The services outlive every process.
    }
}
