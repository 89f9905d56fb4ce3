package dev.halftone.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

final class ParameterStoreTest {

    @TempDir private Path state;
    private TestSandbox world;

    @BeforeEach
    void start() {
        world = new TestSandbox(state);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    // The one call every function makes for a secret.
    @Test
    void returnsAParameter() throws Exception {
        String body =
                """
                {"Name":"/halftone/local/fal-user-id","WithDecryption":true}
                """;
        HttpResponse<byte[]> answer = call("GetParameter", body);
        JsonNode parameter = TestSandbox.json(answer).path("Parameter");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("x-amzn-RequestId")).isPresent();
        assertThat(parameter.path("Name").asString()).isEqualTo("/halftone/local/fal-user-id");
        assertThat(parameter.path("Value").asString()).isEqualTo("user-1");
        assertThat(parameter.path("Type").asString()).isEqualTo("SecureString");
    }

    // Several at once: what is missing is listed, not an error.
    @Test
    void listsWhatIsMissing() throws Exception {
        String body =
                """
                {"Names":["/halftone/local/providers/fal","/halftone/local/none"]}
                """;
        JsonNode answer = TestSandbox.json(call("GetParameters", body));
        assertThat(answer.path("Parameters").size()).isEqualTo(1);
        assertThat(answer.path("InvalidParameters").toString())
                .isEqualTo("[\"/halftone/local/none\"]");
    }

    // The SDK recognises the error by this name.
    @Test
    void namesAMissingParameterAsAwsDoes() throws Exception {
        HttpResponse<byte[]> answer = call("GetParameter", "{\"Name\":\"/none\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(TestSandbox.json(answer).path("__type").asString())
                .isEqualTo("ParameterNotFound");
    }

    // Nothing but the two reads is offered.
    @Test
    void refusesOtherOperations() throws Exception {
        JsonNode answer = TestSandbox.json(call("PutParameter", "{}"));
        assertThat(answer.path("__type").asString()).isEqualTo("UnknownOperationException");
    }

    private HttpResponse<byte[]> call(String operation, String body) throws Exception {
        return world.send(
                world.url("/ssm"),
                request ->
                        request.header("X-Amz-Target", "AmazonSSM." + operation)
                                .header("Content-Type", "application/x-amz-json-1.1")
                                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}
