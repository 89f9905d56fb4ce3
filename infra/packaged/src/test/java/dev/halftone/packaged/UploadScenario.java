package dev.halftone.packaged;

import dev.halftone.lambda.HttpAnswer;
import dev.halftone.testing.EventFile;
import dev.halftone.testing.UploadFiles;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Files that a person brings along. */
record UploadScenario(Scenario scenario) {
    private static final String EXAMPLE_ASSET = "ast_0123456789abcdef0123456789abcdef";

    /** One is sent, and one is named. */
    void play() {
        upload();
        nameAnAddress();
    }

    /** One picture, from its announcement to its removal. */
    private void upload() {
        byte[] picture = UploadFiles.png(40, 30);
        HttpAnswer announced =
                scenario.http(
                        "uploads",
                        "announce",
                        scenario.mine("uploads", "announce").bodyField("bytes", picture.length));
        put(announced.json().path("upload"), picture);
        String id = announced.json().path("id").asString("");
        asset("complete", id);
        scenario.send(
                "media-intake",
                "uploaded",
                EventFile.read("media-intake", "uploaded").with(EXAMPLE_ASSET, id).bytes());
        for (String event : List.of("one", "media", "thumbnail")) {
            asset(event, id);
        }
        scenario.http("uploads", "list", scenario.mine("uploads", "list"));
        asset("remove", id);
    }

    /** One that is where nobody answers: the name is one that no name service knows (RFC 2606). */
    private void nameAnAddress() {
        HttpAnswer named =
                scenario.http(
                        "uploads",
                        "from-url",
                        scenario.mine("uploads", "from-url")
                                .bodyField("url", "https://pictures.invalid/boat.png"));
        String id = named.json().path("id").asString("");
        scenario.send(
                "url-fetch",
                "address",
                EventFile.read("url-fetch", "address").with(EXAMPLE_ASSET, id).bytes());
    }

    private void asset(String event, String id) {
        scenario.http("uploads", event, scenario.mine("uploads", event).pathParameter("id", id));
    }

    private static void put(JsonNode upload, byte[] file) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(upload.path("url").asString("")))
                        .PUT(BodyPublishers.ofByteArray(file));
        upload.path("headers")
                .properties()
                .forEach(header -> request.header(header.getKey(), header.getValue().asString()));
        try (HttpClient browser = HttpClient.newHttpClient()) {
            browser.send(request.build(), BodyHandlers.discarding());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
