package dev.halftone.local.crash;

import dev.halftone.testing.crash.Fault;
import java.util.Map;
import software.amazon.awssdk.http.SdkHttpRequest;
import tools.jackson.databind.json.JsonMapper;

/** The parameter store. */
final class ParameterService implements Service {

    private static final String JSON = "application/x-amz-json-1.1";

    private final Map<String, String> values;

    ParameterService(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    @Override
    public String operation(SdkHttpRequest request) {
        return Service.target(request);
    }

    @Override
    public Reply answer(SdkHttpRequest request, byte[] body) {
        String name = JsonMapper.shared().readTree(body).path("Name").asString();
        return Reply.of(
                200,
                JSON,
                JsonMapper.shared()
                        .writeValueAsString(
                                Map.of(
                                        "Parameter",
                                        Map.of(
                                                "Name",
                                                name,
                                                "Value",
                                                values.getOrDefault(name, "")))));
    }

    @Override
    public Reply refuse(Fault.Refusal refusal, SdkHttpRequest request, byte[] body) {
        return refusal == Fault.Refusal.BROKEN
                ? Reply.of(500, JSON, "{\"__type\":\"InternalServerError\"}")
                : Reply.of(400, JSON, "{\"__type\":\"ThrottlingException\"}");
    }
}
