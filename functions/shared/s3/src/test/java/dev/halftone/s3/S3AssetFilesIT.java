package dev.halftone.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.asset.AssetFiles;
import dev.halftone.core.asset.AssetType;
import dev.halftone.testing.AssetFilesContract;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class S3AssetFilesIT extends AssetFilesContract {

    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private final AssetFiles files = TestBucket.assetFiles();

    @Override
    protected AssetFiles files() {
        return files;
    }

    @Test
    void takesAnUploadExactlyAsSigned() throws IOException, InterruptedException {
        AssetFiles.Ticket ticket = files.ticket(quarantine, AssetType.PNG, 3, LIFETIME);

        assertThat(upload(ticket, "image/png", "png")).isEqualTo(200);

        assertThat(files.size(quarantine)).contains(3L);
    }

    /** A ticket for a small picture does not let a large file in. */
    @Test
    void refusesAnUploadLongerThanSigned() throws IOException, InterruptedException {
        AssetFiles.Ticket ticket = files.ticket(quarantine, AssetType.PNG, 3, LIFETIME);

        assertThat(upload(ticket, "image/png", "a longer one")).isEqualTo(403);

        assertThat(files.size(quarantine)).isEmpty();
    }

    @Test
    void refusesAnUploadOfAnotherType() throws IOException, InterruptedException {
        AssetFiles.Ticket ticket = files.ticket(quarantine, AssetType.PNG, 3, LIFETIME);

        assertThat(upload(ticket, "text/html", "png")).isEqualTo(403);

        assertThat(files.size(quarantine)).isEmpty();
    }

    /** What was looked at cannot be exchanged afterwards. */
    @Test
    void takesOneUploadAndNoSecond() throws IOException, InterruptedException {
        AssetFiles.Ticket ticket = files.ticket(quarantine, AssetType.PNG, 3, LIFETIME);
        upload(ticket, "image/png", "one");

        assertThat(upload(ticket, "image/png", "two")).isEqualTo(412);
    }

    @Test
    void lendsATicketToNoOtherKey() throws IOException, InterruptedException {
        AssetFiles.Ticket ticket = files.ticket(quarantine, AssetType.PNG, 3, LIFETIME);
        URI bent = URI.create(ticket.url().toString().replace("/file?", "/address?"));

        assertThat(upload(new AssetFiles.Ticket(bent, ticket.headers()), "image/png", "png"))
                .isEqualTo(403);
    }

    private static int upload(AssetFiles.Ticket ticket, String contentType, String body)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(ticket.url())
                        .timeout(Duration.ofSeconds(10))
                        .header("content-type", contentType)
                        .header("if-none-match", "*")
                        .PUT(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try (HttpClient browser = HttpClient.newHttpClient()) {
            return browser.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }
}
