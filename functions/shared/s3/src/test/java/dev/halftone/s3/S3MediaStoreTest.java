package dev.halftone.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.halftone.core.DependencyFailure;
import dev.halftone.core.PermanentFailure;
import dev.halftone.core.TransientFailure;
import dev.halftone.core.generation.MediaType;
import dev.halftone.core.generation.ObjectKey;
import dev.halftone.testing.Samples;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Goal: what a store says reaches the caller as what to do next. Method: a store that reads every
 * upload to its end and then answers; one that hangs up in the middle is heard or not by chance.
 */
class S3MediaStoreTest {

    private static final int HANG_UP = 0;
    private static final ObjectKey KEY =
            ObjectKey.result(Samples.userId(1), Samples.generationId(1), 0, MediaType.PNG);

    @TempDir private Path folder;
    private final AtomicInteger uploads = new AtomicInteger();
    private volatile int statusCode = 200;
    private volatile String code = "";
    private HttpServer server;
    private S3Client client;
    private S3Presigner presigner;
    private S3MediaStore store;

    @BeforeEach
    void startStub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
        System.setProperty(
                "aws.endpointUrlS3", "http://127.0.0.1:" + server.getAddress().getPort());
        System.setProperty("aws.region", "us-east-1");
        System.setProperty("aws.accessKeyId", "local");
        System.setProperty("aws.secretAccessKey", "local");
        client = S3Clients.create();
        presigner = S3Clients.presigner();
        store = new S3MediaStore(client, presigner, "bucket");
    }

    @AfterEach
    void stopStub() {
        client.close();
        presigner.close();
        server.stop(0);
        System.clearProperty("aws.endpointUrlS3");
    }

    private void handle(HttpExchange exchange) throws IOException {
        uploads.incrementAndGet();
        exchange.getRequestBody().readAllBytes();
        if (statusCode != HANG_UP) {
            byte[] body =
                    "<Error><Code>%s</Code></Error>"
                            .formatted(code)
                            .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(statusCode, body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private void put() {
        try {
            store.put(KEY, "image/png", Files.writeString(folder.resolve("result"), "picture"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Nobody makes a bucket because an upload is repeated: somebody must look. */
    @Test
    void failsForGoodWithoutABucket() {
        answers(404, "NoSuchBucket");

        assertThatThrownBy(this::put).isInstanceOf(PermanentFailure.class);
        assertThat(uploads).hasValue(1);
    }

    /** Outages and contention pass; each is tried as often as the client's limits say. */
    @ParameterizedTest
    @CsvSource({
        "503, SlowDown, 3",
        "500, InternalError, 3",
        "409, ConditionalRequestConflict, 1",
        "0, hangs up, 3"
    })
    void failsForNowWhileTheStoreIsUnwell(int statusCode, String code, int attempts) {
        answers(statusCode, code);

        assertThatThrownBy(this::put).isInstanceOf(TransientFailure.class);
        assertThat(uploads).hasValueGreaterThanOrEqualTo(attempts);
    }

    /** A repeated upload whose first reply was lost meets its own object. */
    @Test
    void takesAnObjectThatIsThereAlreadyForStored() {
        answers(412, "PreconditionFailed");

        put();

        assertThat(uploads).hasValue(1);
    }

    /** A wrong role is a fault of the deployment, not of the day: it must not look like either. */
    @Test
    void passesOnWhatItCannotName() {
        answers(403, "AccessDenied");

        assertThatThrownBy(this::put).isNotInstanceOf(DependencyFailure.class);
    }

    private void answers(int statusCode, String code) {
        this.statusCode = statusCode;
        this.code = code;
    }
}
