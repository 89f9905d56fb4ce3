package dev.halftone.lambda;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** A function that says what reached it. */
public class EchoApplication extends FunctionApplication {
    // No route of the API: what it answers is described nowhere.
    static final String ROUTE = "$default";

    /** Its handler. */
    static final class Handler extends LambdaEntry {
        Handler() {
            super(EchoApplication.class);
        }
    }

    @Override
    protected Function<InputStream, byte[]> compose(Environment environment) {
        return new HttpFunction(Map.of(ROUTE, EchoApplication::echo));
    }

    private static HttpResponse echo(HttpRequest request) {
        if (request.body().text().equals("error")) {
            throw new AssertionError("a secret of an error");
        }
        if (request.body().text().equals("fatal")) {
            throw new OutOfMemoryError("a secret of the heap");
        }
        Map<String, Object> echo = new LinkedHashMap<>();
        echo.put("path", request.path());
        echo.put("body", request.body().text());
        echo.put("query", request.query());
        echo.put("cookies", request.cookies());
        echo.put("payload", Objects.requireNonNullElse(request.headers().get("payload"), ""));
        echo.put("requestId", request.requestId());
        echo.put("remainingMillis", Invocation.CURRENT.get().remaining().toMillis());
        return HttpResponse.json(200, echo);
    }
}
