package dev.halftone.local.crash;

import dev.halftone.testing.crash.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.http.SdkHttpRequest;

/** A service of the cloud, as a request meets it. */
interface Service {

    /** What a request asks for, such as {@code PutObject}. */
    String operation(SdkHttpRequest request);

    /** Does it. */
    Reply answer(SdkHttpRequest request, byte[] body) throws IOException;

    /** What the service says when it will not, in its own words. */
    Reply refuse(Fault.Refusal refusal, SdkHttpRequest request, byte[] body);

    /** The handler has returned, and its answer is about to be heard. */
    default void answered() {}

    /** What comes back. */
    final class Reply {
        final int code;
        final Map<String, List<String>> headers;
        final byte[] body;

        Reply(int code, Map<String, List<String>> headers, byte[] body) {
            this.code = code;
            this.headers = headers;
            this.body = body;
        }

        static Reply of(int code, String contentType, String body) {
            return new Reply(
                    code,
                    Map.of("Content-Type", List.of(contentType)),
                    body.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** What the services that speak JSON name in each request. */
    static String target(SdkHttpRequest request) {
        String target = request.firstMatchingHeader("X-Amz-Target").orElse("none.none");
        return target.substring(target.indexOf('.') + 1);
    }
}
