package dev.halftone.engines;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * The queues ElasticMQ kept in its database. It answers before it has restored them, and whoever
 * creates a queue in that gap gets an empty one in place of the stored one.
 */
final class StoredQueues {
    private static final Duration WAIT_MAX = Duration.ofSeconds(20);
    private static final int SUCCESS = 200;

    private final List<String> names;

    private StoredQueues(List<String> names) {
        this.names = names;
    }

    static String databaseUrl(Path state) {
        Path file = state.toAbsolutePath().resolve("messages");
        // The database's own shutdown hook would close it under the engine, which then never stops.
        return "jdbc:h2:file:" + file.toString().replace('\\', '/') + ";DB_CLOSE_ON_EXIT=FALSE";
    }

    /** Has to be asked before the engine holds the database. */
    static StoredQueues read(EngineClasses classes, Path state)
            throws ReflectiveOperationException, SQLException {
        if (!Files.exists(state.resolve("messages.mv.db"))) {
            return new StoredQueues(List.of());
        }
        Driver driver = (Driver) classes.type("org.h2.Driver").getConstructor().newInstance();
        Properties user = new Properties();
        user.setProperty("user", "");
        user.setProperty("password", "");
        List<String> names = new ArrayList<>();
        try (Connection connection = driver.connect(databaseUrl(state), user);
                Statement statement = connection.createStatement();
                ResultSet tables = connection.getMetaData().getTables(null, null, "QUEUE", null)) {
            if (tables.next()) {
                addNames(statement, names);
            }
        }
        return new StoredQueues(List.copyOf(names));
    }

    private static void addNames(Statement statement, List<String> names) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT NAME FROM QUEUE")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
    }

    void awaitRestored(URI endpoint) throws IOException, InterruptedException {
        if (names.isEmpty()) {
            return;
        }
        Instant deadline = Instant.now().plus(WAIT_MAX);
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String name : names) {
                while (!exists(client, endpoint, name)) {
                    if (Instant.now().isAfter(deadline)) {
                        throw new IllegalStateException(
                                "ElasticMQ did not restore the queue " + name);
                    }
                    Thread.sleep(10);
                }
            }
        }
    }

    private static boolean exists(HttpClient client, URI endpoint, String name)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(endpoint)
                        .header("Content-Type", "application/x-amz-json-1.0")
                        .header("X-Amz-Target", "AmazonSQS.GetQueueUrl")
                        .timeout(WAIT_MAX)
                        .POST(BodyPublishers.ofString("{\"QueueName\":\"" + name + "\"}"))
                        .build();
        return client.send(request, BodyHandlers.discarding()).statusCode() == SUCCESS;
    }
}
