package dev.halftone.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.generation.MediaStore;
import dev.halftone.core.generation.MediaType;
import dev.halftone.core.generation.ObjectKey;
import dev.halftone.testing.MediaStoreContract;
import dev.halftone.testing.Samples;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class S3MediaStoreIT extends MediaStoreContract {

    private final MediaStore store = TestBucket.mediaStore();

    @Override
    protected MediaStore store() {
        return store;
    }

    @Override
    protected Opened open(URI link) {
        try (HttpClient browser = HttpClient.newHttpClient()) {
            HttpResponse<String> response =
                    browser.send(
                            HttpRequest.newBuilder(link).timeout(Duration.ofSeconds(10)).build(),
                            HttpResponse.BodyHandlers.ofString());
            return new Opened(
                    response.statusCode(),
                    response.headers().firstValue("content-type").orElse(""),
                    response.headers().firstValue("content-disposition").orElse(""),
                    response.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Test
    void signsLinksThatNobodyCanBend() {
        ObjectKey key =
                ObjectKey.result(Samples.userId(1), Samples.generationId(1), 0, MediaType.PNG);
        URI link = store.link(key, Duration.ofMinutes(10), null);
        String bent = link.toString().replace(Samples.userId(1).value(), Samples.userId(2).value());

        assertThat(link.getQuery()).contains("X-Amz-Expires=600");
        assertThat(open(URI.create(bent)).status()).isEqualTo(403);
    }
}
