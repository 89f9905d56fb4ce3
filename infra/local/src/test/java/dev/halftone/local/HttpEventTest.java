package dev.halftone.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HttpEventTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-16T15:50:24Z"), ZoneOffset.UTC);

    private static final String EVENT =
            """
            {"version":"2.0",
             "routeKey":"POST /v1/things/{id}",
             "rawPath":"/v1/things/a%20b",
             "rawQueryString":"x=1&x=2&empty=&name=%C3%A9",
             "cookies":["__Host-session=abc","other=1"],
             "headers":{"accept":"text/html,text/plain",
                        "content-type":"application/json",
                        "host":"localhost:8080",
                        "user-agent":"curl/8",
                        "x-forwarded-for":"127.0.0.1",
                        "x-forwarded-proto":"http"},
             "queryStringParameters":{"x":"1,2","empty":"","name":"é"},
             "requestContext":{
               "accountId":"000000000000",
               "apiId":"local",
               "domainName":"localhost",
               "domainPrefix":"localhost",
               "http":{"method":"POST",
                       "path":"/v1/things/a%20b",
                       "protocol":"HTTP/1.1",
                       "sourceIp":"127.0.0.1",
                       "userAgent":"curl/8"},
               "requestId":"request-1",
               "routeKey":"POST /v1/things/{id}",
               "stage":"$default",
               "time":"16/Nov/2026:15:50:24 +0000",
               "timeEpoch":1794844224000},
             "pathParameters":{"id":"a b"},
             "body":"{\\"a\\":\\"é\\"}",
             "isBase64Encoded":false}
            """;

    private final HttpEvent events = new HttpEvent(JSON, CLOCK, () -> "request-1");

    @Test
    void writesARequestAsTheHttpApiDoes() {
        HttpCall call =
                new HttpCall(
                        "POST",
                        "/v1/things/a%20b",
                        "x=1&x=2&empty=&name=%C3%A9",
                        Map.of(
                                "host", List.of("localhost:8080"),
                                "cookie", List.of("__Host-session=abc; other=1"),
                                "accept", List.of("text/html", "text/plain"),
                                "content-type", List.of("application/json"),
                                "user-agent", List.of("curl/8")),
                        body("{\"a\":\"é\"}"),
                        "127.0.0.1");

        String event = events.write(call, match("POST", "/v1/things/{id}", Map.of("id", "a b")));

        assertThat(JSON.readTree(event)).isEqualTo(JSON.readTree(EVENT));
    }

    @Test
    void leavesAForeignSpaceInTheNameOfACookie() {
        JsonNode event = event(Map.of("cookie", List.of("a=1; \u001cb=2 ;\tc=3; ;")), body(""));

        assertThat(event.path("cookies"))
                .extracting(JsonNode::asString)
                .containsExactly("a=1", "\u001cb=2", "c=3");
    }

    @Test
    void leavesOutWhatARequestDoesNotHave() {
        JsonNode event = event(Map.of(), body(""));

        assertThat(event.has("cookies")).isFalse();
        assertThat(event.has("queryStringParameters")).isFalse();
        assertThat(event.has("pathParameters")).isFalse();
        assertThat(event.has("body")).isFalse();
        assertThat(event.path("isBase64Encoded").booleanValue()).isFalse();
    }

    @Test
    void appendsTheClientToTheAddressesBeforeIt() {
        JsonNode event = event(Map.of("x-forwarded-for", List.of("198.51.100.7")), body(""));

        assertThat(event.at("/headers/x-forwarded-for").stringValue())
                .isEqualTo("198.51.100.7, 127.0.0.1");
        assertThat(event.at("/requestContext/http/sourceIp").stringValue()).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource({
        "application/json; charset=utf-8, false",
        "text/plain, false",
        "image/png, true",
        "application/x-www-form-urlencoded, true"
    })
    void encodesWhatMayNotBeText(String contentType, boolean encoded) {
        JsonNode event = event(Map.of("content-type", List.of(contentType)), body("a=1"));

        assertThat(event.path("isBase64Encoded").booleanValue()).isEqualTo(encoded);
        assertThat(event.path("body").stringValue()).isEqualTo(encoded ? "YT0x" : "a=1");
    }

    @Test
    void encodesTextThatIsNotUtf8() {
        ByteBuffer body = ByteBuffer.wrap(new byte[] {(byte) 0xff});

        JsonNode event = event(Map.of("content-type", List.of("text/plain")), body);

        assertThat(event.path("isBase64Encoded").booleanValue()).isTrue();
        assertThat(event.path("body").stringValue()).isEqualTo("/w==");
    }

    private JsonNode event(Map<String, List<String>> headers, ByteBuffer body) {
        HttpCall call = new HttpCall("GET", "/", "", headers, body, "127.0.0.1");
        return JSON.readTree(events.write(call, match("GET", "/", Map.of())));
    }

    private static Routes.Match match(String method, String path, Map<String, String> parameters) {
        return new Routes.Match(new Route(method, path, Functions.answering("{}")), parameters);
    }

    private static ByteBuffer body(String text) {
        return StandardCharsets.UTF_8.encode(text);
    }
}
