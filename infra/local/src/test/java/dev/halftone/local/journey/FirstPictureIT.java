package dev.halftone.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Protects: from sign-in to a delivered picture, through the whole product, at the quoted price.
 */
class FirstPictureIT {

    private final Visitor visitor = Visitor.welcomed();

    @Test
    void deliversAPictureOfTheAskedSizeAtTheQuotedPrice() throws IOException {
        assertThat(visitor.available()).isEqualTo(25);
        long price = visitor.quote("nano-banana-pro", "16:9", "2K").get("credits").asLong();

        JsonNode generation = visitor.generate("A boat on a calm sea", "16:9", "2K");

        assertThat(generation.get("state").asString()).isEqualTo("succeeded");
        assertThat(generation.get("credits").asLong()).isEqualTo(price);
        JsonNode media = generation.get("media").get(0);
        BufferedImage picture = decode(visitor.download(media.get("href").asString()));
        assertThat(picture.getWidth()).isEqualTo(media.get("width").asInt());
        assertThat(picture.getHeight()).isEqualTo(media.get("height").asInt());
        assertThat(picture.getWidth()).isGreaterThanOrEqualTo(2048);
        assertThat((double) picture.getWidth() / picture.getHeight())
                .isBetween(16.0 / 9 * 0.99, 16.0 / 9 * 1.01);
        assertThat(visitor.available()).isEqualTo(25 - price);
    }

    @Test
    void pricesOneKAndTwoKApartAndDeliversEachSize() throws IOException {
        for (String resolution : List.of("1K", "2K")) {
            JsonNode generation = visitor.generate("Hills at dawn", "1:1", resolution);
            String href = generation.get("media").get(0).get("href").asString();
            int side = resolution.equals("1K") ? 1024 : 2048;

            assertThat(decode(visitor.download(href)).getWidth()).isGreaterThanOrEqualTo(side);
        }
        assertThat(visitor.quote("nano-banana-pro", "1:1", "1K").get("credits").asLong())
                .isLessThan(visitor.quote("nano-banana-pro", "1:1", "2K").get("credits").asLong());
    }

    @Test
    void showsThePictureInTheHistoryAndTheLinesInTheStatement() {
        JsonNode generation = visitor.generate("A lighthouse", "4:3", "1K");
        String id = generation.get("id").asString();

        JsonNode history = visitor.get("/v1/generations?limit=10").body().get("items");
        assertThat(history).hasSize(1);
        assertThat(history.get(0).get("id").asString()).isEqualTo(id);

        JsonNode statement = visitor.get("/v1/account/statement").body();
        assertThat(statement.get("lines").valueStream().map(line -> line.get("kind").asString()))
                .containsExactly("post", "pending", "grant");
        assertThat(
                        statement
                                .get("lines")
                                .valueStream()
                                .map(line -> line.get("availableAfter").asLong()))
                .containsExactly(21L, 21L, 25L);
        assertThat(statement.get("lines").get(0).get("generation").asString()).isEqualTo(id);
        assertThat(statement.get("lines").get(0).get("priceVersion").asString()).isNotBlank();
        assertThat(statement.get("balance").get("available").asLong()).isEqualTo(21);
    }

    private static BufferedImage decode(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }
}
