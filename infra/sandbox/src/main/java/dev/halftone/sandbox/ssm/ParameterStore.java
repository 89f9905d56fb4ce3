package dev.halftone.sandbox.ssm;

import dev.halftone.sandbox.http.Exchange;
import dev.halftone.sandbox.http.Handler;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** GetParameter and GetParameters in AWS JSON 1.1; values are given once, at start. */
public final class ParameterStore implements Handler {

    private static final String TYPE = "application/x-amz-json-1.1";
    private static final int NAMES_MAX = 10;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, String> values;
    private final Instant modifiedAt;

    public ParameterStore(Map<String, String> values, Instant modifiedAt) {
        this.values = Map.copyOf(values);
        this.modifiedAt = modifiedAt;
    }

    @Override
    public void handle(Exchange exchange, String path) throws IOException {
        String target = exchange.header("X-Amz-Target");
        if (!exchange.method().equals("POST") || target == null || !exchange.hasType(TYPE)) {
            refuse(exchange, "UnknownOperationException", "POST with X-Amz-Target and " + TYPE);
            return;
        }
        JsonNode input;
        try {
            input = JSON.readTree(exchange.body());
        } catch (JacksonException malformed) {
            refuse(exchange, "SerializationException", "The body is not JSON.");
            return;
        }
        switch (target) {
            case "AmazonSSM.GetParameter" -> one(exchange, input);
            case "AmazonSSM.GetParameters" -> several(exchange, input);
            default -> refuse(exchange, "UnknownOperationException", target);
        }
    }

    private void one(Exchange exchange, JsonNode input) throws IOException {
        String name = input.path("Name").asString("");
        String value = values.get(name);
        if (name.isEmpty()) {
            refuse(exchange, "ValidationException", "Name is required.");
        } else if (value == null) {
            refuse(exchange, "ParameterNotFound", null);
        } else {
            answer(exchange, 200, Map.of("Parameter", parameter(name, value)));
        }
    }

    private void several(Exchange exchange, JsonNode input) throws IOException {
        List<Map<String, Object>> found = new ArrayList<>();
        List<String> invalid = new ArrayList<>();
        List<String> names =
                input.path("Names").valueStream().map(JsonNode::asString).distinct().toList();
        if (names.isEmpty() || names.size() > NAMES_MAX) {
            refuse(exchange, "ValidationException", "Names takes 1 to " + NAMES_MAX + " names.");
            return;
        }
        for (String name : names) {
            String value = values.get(name);
            if (value == null) {
                invalid.add(name);
            } else {
                found.add(parameter(name, value));
            }
        }
        answer(exchange, 200, Map.of("Parameters", found, "InvalidParameters", invalid));
    }

    private Map<String, Object> parameter(String name, String value) {
        return Map.of(
                "Name",
                name,
                "Value",
                value,
                "Type",
                "SecureString",
                "Version",
                1,
                "LastModifiedDate",
                modifiedAt.getEpochSecond(),
                "DataType",
                "text",
                "ARN",
                "arn:aws:ssm:us-east-1:000000000000:parameter" + name);
    }

    private static void refuse(Exchange exchange, String type, @Nullable String message)
            throws IOException {
        Map<String, Object> body =
                message == null
                        ? Map.of("__type", type)
                        : Map.of("__type", type, "message", message);
        answer(exchange, 400, body);
    }

    private static void answer(Exchange exchange, int status, Map<String, Object> body)
            throws IOException {
        exchange.with("x-amzn-RequestId", UUID.randomUUID().toString())
                .bytes(status, TYPE, JSON.writeValueAsBytes(body));
    }
}
