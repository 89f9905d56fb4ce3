package dev.halftone.local.crash;

import dev.halftone.testing.crash.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import tools.jackson.databind.json.JsonMapper;

/** DynamoDB: a real engine behind a wire that ends only after the engine has answered. */
final class TableService implements Service {

    static final String TRANSACT_WRITE = "TransactWriteItems";

    private static final String JSON = "application/x-amz-json-1.0";
    private static final String TYPE = "com.amazonaws.dynamodb.v20120810#";

    private final SdkHttpClient wire = UrlConnectionHttpClient.create();
    private final URI engine;

    TableService(URI engine) {
        this.engine = engine;
    }

    @Override
    public String operation(SdkHttpRequest request) {
        return Service.target(request);
    }

    @Override
    public Reply answer(SdkHttpRequest request, byte[] body) throws IOException {
        HttpExecuteResponse response =
                wire.prepareRequest(
                                HttpExecuteRequest.builder()
                                        .request(to(engine, request, body.length))
                                        .contentStreamProvider(() -> new ByteArrayInputStream(body))
                                        .build())
                        .call();
        try (AbortableInputStream content = response.responseBody().orElseThrow()) {
            return new Reply(
                    response.httpResponse().statusCode(),
                    response.httpResponse().headers(),
                    content.readAllBytes());
        }
    }

    private static SdkHttpRequest to(URI engine, SdkHttpRequest request, int length) {
        return request.toBuilder()
                .uri(engine)
                .putHeader("Content-Length", Integer.toString(length))
                .build();
    }

    @Override
    public Reply refuse(Fault.Refusal refusal, SdkHttpRequest request, byte[] body) {
        return switch (refusal) {
            case THROTTLED -> error(400, "ProvisionedThroughputExceededException");
            case BROKEN -> error(500, "InternalServerError");
            case CONFLICT ->
                    operation(request).equals(TRANSACT_WRITE)
                            ? cancelled(body)
                            : error(400, "TransactionConflictException");
        };
    }

    private static Reply error(int code, String type) {
        return Reply.of(
                code, JSON, "{\"__type\":\"%s%s\",\"message\":\"no\"}".formatted(TYPE, type));
    }

    /** Each action of a cancelled transaction has a reason; here the last one's is a conflict. */
    private static Reply cancelled(byte[] body) {
        int actions = JsonMapper.shared().readTree(body).path("TransactItems").size();
        String others = String.join("", Collections.nCopies(actions - 1, "{\"Code\":\"None\"},"));
        return Reply.of(
                400,
                JSON,
                """
                {"__type":"%sTransactionCanceledException","Message":"cancelled",
                 "CancellationReasons":[%s{"Code":"TransactionConflict","Message":"no"}]}
                """
                        .formatted(TYPE, others));
    }
}
