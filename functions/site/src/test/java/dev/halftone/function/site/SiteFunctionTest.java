package dev.halftone.function.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.lambda.Environment;
import dev.halftone.testing.EventFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SiteFunctionTest {
    private static final String STORAGE = "https://media.s3.eu-central-1.amazonaws.com";
    private static final String VERSION = SiteFiles.load().version();

    private final Function<InputStream, byte[]> site =
            new SiteApplication()
                    .compose(
                            Environment.of(
                                    Map.of("STORAGE_ORIGIN", STORAGE, "PROFILE", "halftone")));

    @Test
    void sendsThePageThatMayShowStoredPicturesAndAskOnlyItsOwnOrigin() {
        String answer = answer(EventFile.read("site", "index"));

        assertThat(answer)
                .contains("\"statusCode\":200")
                .contains("text/html; charset=utf-8")
                .contains("\"cache-control\":\"no-cache\"")
                .contains("default-src 'none'; script-src 'self' ")
                .contains("img-src 'self' " + STORAGE)
                .contains("media-src 'self' " + STORAGE + ";")
                .contains("connect-src 'self' " + STORAGE)
                .contains("frame-ancestors 'none'")
                .contains("<halftone-app>");
    }

    @Test
    void sendsNoPageAgainToABrowserThatHasIt() {
        String conditional =
                withHeader(EventFile.read("site", "index"), "if-none-match", '"' + VERSION + '"');

        String answer = answer(new EventFile(conditional));

        assertThat(answer).contains("\"statusCode\":304").doesNotContain("<halftone-app>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "history",
                "statement",
                "catalogues",
                "privacy",
                "verify",
                "uploads",
                "characters",
                "storyboards",
                "account",
                "credits",
                "orders",
                "orders/ord_1-A",
                "api"
            })
    void sendsThePageAtEachOfItsAddresses(String address) {
        String answer = answer(asset(address));

        assertThat(answer).contains("\"statusCode\":200").contains("<halftone-app>");
    }

    // Programs are told what people wrote, word by word.
    @Test
    void publishesTheDescriptionOfTheApi() throws IOException {
        Map<String, Object> written =
                new Yaml().load(Files.readString(Path.of("src/main/openapi/openapi.yaml")));

        JsonNode answer = JsonMapper.shared().readTree(answer(unpackable("openapi.json")));

        assertThat(answer.path("headers").path("content-type").asString())
                .isEqualTo("application/json");
        assertThat(JsonMapper.shared().readTree(answer.path("body").asString()))
                .isEqualTo(JsonMapper.shared().valueToTree(written));
    }

    // Whoever reads storyboards by program is told their form without signing in.
    @Test
    void publishesTheFormOfAStoryboard() {
        String answer = answer(unpackable("schema/storyboard.json"));

        assertThat(answer).contains("\"statusCode\":200").contains("application/schema+json");
        assertThat(answer).contains("$defs").contains("shots");
        assertThat(answer(asset("schema/other.json"))).contains("\"statusCode\":404");
    }

    /** The gateway packs nothing, and the script is by far the largest part of a first visit. */
    @Test
    void sendsAScriptPackedToABrowserThatUnpacks() throws IOException {
        String plain = answer(unpackable("assets/" + VERSION + "/js/app.js"));
        String packed = answer(asset("assets/" + VERSION + "/js/app.js"));

        assertThat(packed)
                .contains("\"content-encoding\":\"gzip\"")
                .contains("\"vary\":\"accept-encoding\"")
                .contains("\"isBase64Encoded\":true");
        assertThat(unpacked(packed)).contains("startSession");
        assertThat(packed.length()).isLessThan(plain.length() / 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "br", "identity", "gzip;q=0", "gzip; q=0.0, br"})
    void sendsAScriptAsItIsToABrowserThatDoesNotUnpack(String encodings) {
        EventFile event = accepting("assets/" + VERSION + "/js/app.js", encodings);

        assertThat(answer(event)).contains("startSession").doesNotContain("content-encoding");
    }

    @Test
    void sendsEveryModuleWithTheScriptThatImportsIt() {
        String answer = answer(unpackable("assets/" + VERSION + "/js/app.js"));

        assertThat(answer).contains("composer-form", "history-page").doesNotContain("import {");
    }

    @Test
    void sendsEveryStyleSheetInOne() {
        String answer = answer(unpackable("assets/" + VERSION + "/css/site.css"));

        assertThat(answer).contains(".gallery", "--paper").doesNotContain("@import");
    }

    @Test
    void letsAFileOfThisVersionBeKeptForGood() {
        String answer = answer(unpackable("assets/" + VERSION + "/js/app.js"));

        assertThat(answer)
                .contains("\"statusCode\":200")
                .contains("text/javascript; charset=utf-8")
                .contains("public, max-age=31536000, immutable")
                .contains("startSession");
    }

    @Test
    void sendsAFileOfAnotherVersionWithoutLettingItBeKept() {
        String answer = answer(unpackable("assets/0000000000000000/js/app.js"));

        assertThat(answer)
                .contains("\"statusCode\":200")
                .contains("\"cache-control\":\"no-cache\"")
                .contains("startSession");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "assets/../application.properties",
                "assets/x/../../application.properties",
                "assets/x/index.html",
                "assets/x/",
                "assets",
                "js/app.js",
                "application.properties",
                "v1/unknown"
            })
    void knowsNoOtherFile(String path) {
        String answer = answer(asset(path));

        assertThat(answer).contains("\"statusCode\":404").contains("unknown_route");
    }

    @Test
    void showsThePageToAPersonAtAnUnknownAddress() {
        String answer = answer(new EventFile(visited("nowhere")));

        assertThat(answer).contains("\"statusCode\":404").contains("<halftone-app>");
    }

    @Test
    void answersUnknownAddressesOfTheApiAsTheApiDoes() {
        String answer = answer(new EventFile(visited("v1/nowhere")));

        assertThat(answer).contains("\"statusCode\":404").contains("application/problem+json");
    }

    @Test
    void takesNoHeaderForTheEvent() {
        String forged = withHeader(asset("no/such/file.js"), "payload", "{\"routeKey\":\"GET /\"}");

        assertThat(answer(new EventFile(forged))).contains("\"statusCode\":404");
    }

    // What a way to sign in needs is allowed because the profile names the way.
    @Test
    void allowsTheScriptsOfTheProfilesWaysToSignIn() {
        String answer = answer(EventFile.read("site", "index"));

        assertThat(answer)
                .contains(" https://accounts.google.com/gsi/client ")
                .contains(" https://clerk.halftone.example ")
                .contains("https://halftone-local.firebaseapp.com/__/auth/;")
                .contains("\"cross-origin-opener-policy\":\"same-origin-allow-popups\"");
    }

    @Test
    void reducesTheStorageAddressToItsOrigin() {
        Environment environment =
                Environment.of(
                        Map.of(
                                "STORAGE_ORIGIN",
                                "http://127.0.0.1:8093/bucket?x=1",
                                "PROFILE",
                                "halftone"));

        assertThat(SiteConfig.from(environment).storageOrigin()).isEqualTo("http://127.0.0.1:8093");
    }

    @Test
    void refusesToStartWithoutTheStorageOrigin() {
        Environment empty = Environment.of(Map.of());

        assertThatThrownBy(() -> SiteConfig.from(empty)).hasMessageContaining("STORAGE_ORIGIN");
    }

    private static EventFile asset(String path) {
        return EventFile.read("site", "asset").with("app.js", path);
    }

    private static EventFile unpackable(String path) {
        return accepting(path, "identity");
    }

    private static EventFile accepting(String path, String encodings) {
        return asset(path).with("gzip, deflate, br", encodings);
    }

    private static String visited(String path) {
        return asset(path)
                .text()
                .replace("\"sec-fetch-dest\": \"script\"", "\"sec-fetch-dest\": \"document\"");
    }

    private static String withHeader(EventFile event, String name, String value) {
        String header = "\"%s\": \"%s\", ".formatted(name, value.replace("\"", "\\\""));
        return event.text().replace("\"accept\":", header + "\"accept\":");
    }

    private String answer(EventFile event) {
        byte[] bytes = site.apply(new ByteArrayInputStream(event.bytes()));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String unpacked(String answer) throws IOException {
        Matcher body = Pattern.compile("\"body\":\"([^\"]+)\"").matcher(answer);
        assertThat(body.find()).isTrue();
        byte[] packed = Base64.getDecoder().decode(body.group(1));
        try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return new String(unpacked.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
