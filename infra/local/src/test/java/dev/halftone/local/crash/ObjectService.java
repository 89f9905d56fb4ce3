package dev.halftone.local.crash;

import dev.halftone.core.Digest;
import dev.halftone.testing.crash.Fault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/** S3: each key is written once. */
final class ObjectService implements Service {

    private static final String XML = "application/xml";

    private final Map<String, byte[]> objects = new HashMap<>();

    @Override
    public String operation(SdkHttpRequest request) {
        return request.method() + " object";
    }

    @Override
    public synchronized Reply answer(SdkHttpRequest request, byte[] body) {
        if (request.method() == SdkHttpMethod.GET) {
            byte[] found = objects.get(key(request));
            return found == null
                    ? error(404, "NoSuchKey")
                    : new Reply(200, Map.of("Content-Type", List.of("image/png")), found);
        }
        byte[] known = objects.putIfAbsent(key(request), body.clone());
        return known == null
                ? new Reply(200, Map.of("ETag", List.of("\"tag\"")), new byte[0])
                : error(412, "PreconditionFailed");
    }

    @Override
    public Reply refuse(Fault.Refusal refusal, SdkHttpRequest request, byte[] body) {
        return switch (refusal) {
            case THROTTLED -> error(503, "SlowDown");
            case BROKEN -> error(500, "InternalError");
            case CONFLICT -> error(409, "ConditionalRequestConflict");
        };
    }

    private static String key(SdkHttpRequest request) {
        return request.encodedPath().substring(1);
    }

    private static Reply error(int code, String name) {
        return Reply.of(code, XML, "<Error><Code>%s</Code></Error>".formatted(name));
    }

    /** The hash of what is stored under a key, if anything is. */
    synchronized Optional<String> sha256(String key) {
        return objects.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(key))
                .map(entry -> Digest.sha256Hex(entry.getValue()))
                .findFirst();
    }
}
