package dev.halftone.engines;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** ElasticMQ (Apache-2.0). */
public final class SqsEngine implements Engine {
    private static final EngineClasses CLASSES = new EngineClasses("sqs");
    private static final String PACKAGE = "org.elasticmq.server.";
    private static final String CONFIG = "com.typesafe.config.";

    // It waits up to a minute for polls whose askers have left; memory alone is not worth that.
    private static final Duration STOP_WITHIN_IN_MEMORY = Duration.ofSeconds(2);

    private final Object shutdown;
    private final URI endpoint;
    private final boolean stored;

    private SqsEngine(Object shutdown, URI endpoint, boolean stored) {
        this.shutdown = shutdown;
        this.endpoint = endpoint;
        this.stored = stored;
    }

    /** Keeps its state in the folder, or in memory without one; port 0 takes any free port. */
    public static SqsEngine start(@Nullable Path state, int port) {
        int bound = Loopback.port(port);
        return CLASSES.call(() -> state == null ? inMemory(bound) : stored(state, bound));
    }

    private static SqsEngine inMemory(int port) throws ReflectiveOperationException {
        return new SqsEngine(startServer(address(port)), Loopback.endpoint(port), false);
    }

    private static SqsEngine stored(Path state, int port)
            throws IOException, ReflectiveOperationException, SQLException, InterruptedException {
        Files.createDirectories(state);
        StoredQueues queues = StoredQueues.read(CLASSES, state);
        Object shutdown = startServer(address(port) + storage(state));
        SqsEngine engine = new SqsEngine(shutdown, Loopback.endpoint(port), true);
        queues.awaitRestored(engine.endpoint());
        return engine;
    }

    private static Object startServer(String text) throws ReflectiveOperationException {
        // The actor system reads these from nowhere else; without them a fatal error in the
        // engine, or its own shutdown hook, would end or delay the program around it.
        System.setProperty("pekko.jvm-exit-on-fatal-error", "false");
        System.setProperty("pekko.coordinated-shutdown.run-by-jvm-shutdown-hook", "off");
        System.setProperty("pekko.loglevel", "WARNING");
        Class<?> configType = CLASSES.type(CONFIG + "Config");
        Class<?> factory = CLASSES.type(CONFIG + "ConfigFactory");
        Object settings = factory.getMethod("parseString", String.class).invoke(null, text);
        Object config = factory.getMethod("load", configType).invoke(null, settings);
        Class<?> serverConfigType = CLASSES.type(PACKAGE + "config.ElasticMQServerConfig");
        Object serverConfig = serverConfigType.getConstructor(configType).newInstance(config);
        Object server =
                CLASSES.type(PACKAGE + "ElasticMQServer")
                        .getConstructor(serverConfigType)
                        .newInstance(serverConfig);
        return server.getClass().getMethod("start").invoke(server);
    }

    private static String address(int port) {
        return """
        node-address { protocol = http, host = "%1$s", port = %2$d, context-path = "" }
        aws { region = us-east-1 }
        rest-sqs { bind-hostname = "%1$s", bind-port = %2$d, sqs-limits = strict }
        """
                .formatted(Loopback.HOST, port);
    }

    private static String storage(Path state) {
        return """
        messages-storage { enabled = true, driver-class = org.h2.Driver, uri = "%s" }
        """
                .formatted(StoredQueues.databaseUrl(state));
    }

    @Override
    public URI endpoint() {
        return endpoint;
    }

    @Override
    public void close() {
        if (stored) {
            CLASSES.call(this::stop);
            return;
        }
        Thread stopping = Thread.ofPlatform().daemon().start(() -> CLASSES.call(this::stop));
        try {
            stopping.join(STOP_WITHIN_IN_MEMORY);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Object stop() throws ReflectiveOperationException {
        try {
            return CLASSES.type("scala.Function0").getMethod("apply").invoke(shutdown);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("ElasticMQ did not stop", e.getCause());
        }
    }
}
