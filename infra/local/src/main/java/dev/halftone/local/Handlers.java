package dev.halftone.local;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.halftone.engines.Engine;
import dev.halftone.lambda.Environment;
import dev.halftone.template.Resolver;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes the functions' handlers, one after another on one thread: how a handler tells the framework
 * which application to start is a property of the whole JVM. Each sees its own variables only.
 */
final class Handlers {
    private Handlers() {}

    static List<HostedFunction> make(
            List<FunctionDeclaration> functions, Clock clock, PrintStream log) {
        List<HostedFunction> hosted = new ArrayList<>();
        for (FunctionDeclaration function : functions) {
            hosted.add(new HostedFunction(function, make(function, clock), log));
        }
        return hosted;
    }

    /** Where the SDK finds AWS; its clients ask for it while the handlers are made. */
    static void useAws(LocalPorts ports, URI sandbox) {
        Map.of(
                        "aws.region",
                        Resolver.REGION,
                        "aws.accessKeyId",
                        Engine.ACCESS_KEY_ID,
                        "aws.secretAccessKey",
                        Engine.SECRET_ACCESS_KEY,
                        "aws.endpointUrlDynamoDb",
                        LocalPorts.endpoint(ports.dynamoDb()),
                        "aws.endpointUrlSqs",
                        LocalPorts.endpoint(ports.sqs()),
                        "aws.endpointUrlS3",
                        LocalPorts.endpoint(ports.s3()),
                        "aws.endpointUrlSsm",
                        sandbox.resolve("/ssm"),
                        "aws.endpointUrlSesV2",
                        sandbox.resolve("/ses"))
                .forEach((name, value) -> System.setProperty(name, value.toString()));
    }

    private static RequestStreamHandler make(FunctionDeclaration function, Clock clock) {
        try {
            Class<? extends RequestStreamHandler> type =
                    Class.forName(function.handlerClass()).asSubclass(RequestStreamHandler.class);
            return ScopedValue.where(Environment.HOSTED, function.variables())
                    .where(Environment.HOSTED_CLOCK, clock)
                    .call(() -> type.getDeclaredConstructor().newInstance());
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(
                    function.logicalId() + " did not start: " + e.getCause(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    function.logicalId() + " has no handler " + function.handlerClass(), e);
        }
    }
}
