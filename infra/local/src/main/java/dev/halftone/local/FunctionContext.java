package dev.halftone.local;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import dev.halftone.template.Resolver;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What Lambda tells a function about the invocation it is in. */
final class FunctionContext implements Context {
    private static final String VERSION = "$LATEST";

    private final FunctionDeclaration function;
    private final PrintStream log;
    private final String requestId = UUID.randomUUID().toString();
    private final long deadlineNanos;

    private FunctionContext(FunctionDeclaration function, PrintStream log, long deadlineNanos) {
        this.function = function;
        this.log = log;
        this.deadlineNanos = deadlineNanos;
    }

    static FunctionContext of(FunctionDeclaration function, PrintStream log) {
        long deadline = System.nanoTime() + function.timeout().toNanos();
        return new FunctionContext(function, log, deadline);
    }

    @Override
    public String getAwsRequestId() {
        return requestId;
    }

    @Override
    public String getLogGroupName() {
        return "/aws/lambda/" + function.logicalId();
    }

    @Override
    public String getLogStreamName() {
        return "local";
    }

    @Override
    public String getFunctionName() {
        return function.logicalId();
    }

    @Override
    public String getFunctionVersion() {
        return VERSION;
    }

    @Override
    public String getInvokedFunctionArn() {
        return "arn:aws:lambda:%s:%s:function:%s"
                .formatted(Resolver.REGION, Resolver.ACCOUNT_ID, function.logicalId());
    }

    @Override
    public @Nullable CognitoIdentity getIdentity() {
        return null;
    }

    @Override
    public @Nullable ClientContext getClientContext() {
        return null;
    }

    @Override
    public int getRemainingTimeInMillis() {
        Duration left = Duration.ofNanos(deadlineNanos - System.nanoTime());
        return (int) Math.max(0, TimeUnit.NANOSECONDS.toMillis(left.toNanos()));
    }

    @Override
    public int getMemoryLimitInMB() {
        return function.memoryMegabytes();
    }

    @Override
    public LambdaLogger getLogger() {
        return new LambdaLogger() {
            @Override
            public void log(String message) {
                log.print(message);
            }

            @Override
            public void log(byte[] message) {
                log.print(new String(message, StandardCharsets.UTF_8));
            }
        };
    }
}
