package dev.halftone.engines;

import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * DynamoDB Local. Its licence is for holders of an AWS account and for development and tests, and
 * it forbids making it a part of another program: Maven resolves it on the developer's machine, it
 * is reached by reflection alone, and it is never packaged.
 */
public final class DynamoDbEngine implements Engine {
    private static final EngineClasses CLASSES = new EngineClasses("dynamodb");

    // Held here, because the JDK forgets the level of a logger that nobody holds.
    private static final Logger SQLITE = Logger.getLogger("com.almworks.sqlite4java");
    private static final String PACKAGE = "software.amazon.dynamodb.services.local.main.";

    private final Object server;
    private final URI endpoint;

    private DynamoDbEngine(Object server, URI endpoint) {
        this.server = server;
        this.endpoint = endpoint;
    }

    /** Keeps its state in the folder, or in memory without one; port 0 takes any free port. */
    public static DynamoDbEngine start(@Nullable Path state, int port) {
        int bound = Loopback.port(port);
        // It says on standard error that it opens a file, among the lines of the functions.
        SQLITE.setLevel(Level.WARNING);
        Object server = CLASSES.call(() -> startServer(state, bound));
        return new DynamoDbEngine(server, Loopback.endpoint(bound));
    }

    private static Object startServer(@Nullable Path state, int port)
            throws IOException, ReflectiveOperationException {
        Class<?> optionsType = CLASSES.type(PACKAGE + "CommandLineInput");
        Object options =
                optionsType
                        .getConstructor(String[].class)
                        .newInstance((Object) arguments(state, port));
        optionsType.getMethod("init").invoke(options);
        // The entry point next to this one prints a banner.
        Object server =
                CLASSES.type(PACKAGE + "ServerRunner")
                        .getMethod("createServer", optionsType)
                        .invoke(null, options);
        bindLoopbackOnly(server);
        server.getClass().getMethod("safeStart").invoke(server);
        return server;
    }

    private static String[] arguments(@Nullable Path state, int port) throws IOException {
        String portText = Integer.toString(port);
        if (state == null) {
            return new String[] {"-port", portText, "-sharedDb", "-disableTelemetry", "-inMemory"};
        }
        Files.createDirectories(state);
        return new String[] {
            "-port", portText, "-sharedDb", "-disableTelemetry", "-dbPath", state.toString()
        };
    }

    /** The engine listens on every interface and has no option against it. */
    private static void bindLoopbackOnly(Object server) throws ReflectiveOperationException {
        Field field = server.getClass().getDeclaredField("server");
        field.setAccessible(true);
        Object jetty = field.get(server);
        Object connectors = jetty.getClass().getMethod("getConnectors").invoke(jetty);
        Object connector = Array.get(connectors, 0);
        connector.getClass().getMethod("setHost", String.class).invoke(connector, Loopback.HOST);
    }

    @Override
    public URI endpoint() {
        return endpoint;
    }

    @Override
    public void close() {
        CLASSES.call(() -> server.getClass().getMethod("stop").invoke(server));
    }
}
