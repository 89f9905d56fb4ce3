package dev.halftone.local.crash;

import dev.halftone.testing.crash.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import software.amazon.awssdk.http.SdkHttpRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A planted error: posts a transfer whether or not it is pending, and whoever else has done so. */
final class PostsUnconditionally implements Service {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> CONDITION =
            List.of("ConditionExpression", "ReturnValuesOnConditionCheckFailure");

    private final Service good;

    PostsUnconditionally(Service good) {
        this.good = good;
    }

    @Override
    public String operation(SdkHttpRequest request) {
        return good.operation(request);
    }

    @Override
    public Reply answer(SdkHttpRequest request, byte[] body) throws IOException {
        boolean posts = new String(body, StandardCharsets.UTF_8).contains("JOURNAL#POST#");
        return good.answer(request, posts ? withoutConditions(body) : body);
    }

    private static byte[] withoutConditions(byte[] body) {
        JsonNode root = JSON.readTree(body);
        for (JsonNode item : root.path("TransactItems")) {
            for (JsonNode action : item) {
                ((ObjectNode) action).remove(CONDITION);
                // The engine refuses names and values that no expression uses.
                String used = action.path("UpdateExpression").asString("") + " ";
                keepUsed((ObjectNode) action, "ExpressionAttributeNames", used);
                keepUsed((ObjectNode) action, "ExpressionAttributeValues", used);
            }
        }
        ((ObjectNode) root).remove("ClientRequestToken");
        return JSON.writeValueAsBytes(root);
    }

    private static void keepUsed(ObjectNode action, String map, String expression) {
        if (action.get(map) instanceof ObjectNode entries) {
            List<String> unused =
                    entries.propertyNames().stream()
                            .filter(name -> !expression.matches("(?s).*" + name + "\\W.*"))
                            .toList();
            entries.remove(unused);
            if (entries.isEmpty()) {
                action.remove(map);
            }
        }
    }

    @Override
    public Reply refuse(Fault.Refusal refusal, SdkHttpRequest request, byte[] body) {
        return good.refuse(refusal, request, body);
    }
}
