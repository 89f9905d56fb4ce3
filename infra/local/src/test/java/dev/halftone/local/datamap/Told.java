package dev.halftone.local.datamap;

import dev.halftone.core.privacy.Place;
import dev.halftone.core.privacy.Recipient;
import dev.halftone.local.LocalPorts;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sorts requests by whom they were for: the engines, the sandbox's parts, or somebody unknown. */
final class Told {
    private static final Map<String, Recipient> STAND_INS =
            Map.ofEntries(
                    Map.entry("clerk", Recipient.CLERK),
                    Map.entry("dream-machine", Recipient.DREAM_MACHINE),
                    Map.entry("fal", Recipient.FAL),
                    Map.entry("firebase", Recipient.FIREBASE),
                    Map.entry("gemini", Recipient.GEMINI),
                    Map.entry("github", Recipient.GITHUB),
                    Map.entry("gmi", Recipient.GMI),
                    Map.entry("google", Recipient.GOOGLE),
                    Map.entry("hedra", Recipient.HEDRA),
                    Map.entry("llm", Recipient.LANGUAGE_MODEL),
                    Map.entry("luma", Recipient.LUMA),
                    Map.entry("moderation", Recipient.MODERATION),
                    Map.entry("ses", Recipient.MAIL),
                    Map.entry("stripe", Recipient.STRIPE),
                    Map.entry("openai", Recipient.OPENAI),
                    Map.entry("vertex", Recipient.VERTEX),
                    Map.entry("vertex-veo", Recipient.VERTEX));
    private static final String PARAMETERS = "ssm";
    // One name for all in each of these.
    private static final List<String> SHARED_PARAMETERS =
            List.of("payments/", "providers/", "sign-in/");
    // What every request has, whatever it says.
    private static final Set<String> HEADERS_OF_HTTP =
            Set.of(
                    "accept",
                    "connection",
                    "content-length",
                    "content-type",
                    "host",
                    "http2-settings",
                    "proxy-connection",
                    "upgrade",
                    "user-agent");
    // How an object is sent; what remains is kept with it.
    private static final Set<String> HEADERS_OF_S3 =
            Set.of(
                    "amz-sdk-invocation-id",
                    "amz-sdk-request",
                    "authorization",
                    "expect",
                    "if-none-match",
                    "x-amz-content-sha256",
                    "x-amz-date",
                    "x-amz-decoded-content-length");
    private static final String CHUNKS = "content-encoding: aws-chunked";

    private final LocalPorts ports;

    Told(LocalPorts ports) {
        this.ports = ports;
    }

    void read(Call call, Observation observation) {
        int port = call.uri().getPort();
        if (port == ports.dynamoDb()) {
            return; // The engine's own streams tell more.
        }
        if (port == ports.sqs()) {
            messages(call, observation);
        } else if (port == ports.s3()) {
            object(call, observation);
        } else if (port == ports.sandbox()) {
            sandbox(call, observation);
        } else {
            fields(call.uri().getHost(), call.uri().getRawPath(), call, observation);
        }
    }

    private static void messages(Call call, Observation observation) {
        String target = call.headers().getOrDefault("x-amz-target", "");
        if (!target.contains(".SendMessage")) {
            return;
        }
        JsonNode sent = JsonMapper.shared().readTree(call.text());
        Iterable<JsonNode> messages = sent.has("Entries") ? sent.get("Entries") : Set.of(sent);
        for (JsonNode message : messages) {
            String body = message.path("MessageBody").asString("");
            if (!Leaves.of(
                    body,
                    (path, value) ->
                            observation.see(new Place.QueueField("body." + path), value))) {
                observation.see(new Place.QueueField("body"), body);
            }
            for (String kind : Set.of("MessageAttributes", "MessageSystemAttributes")) {
                message.path(kind)
                        .properties()
                        .forEach(
                                attribute ->
                                        observation.see(
                                                new Place.QueueField(
                                                        "attribute." + attribute.getKey()),
                                                attribute.getValue().toString()));
            }
        }
    }

    private static void object(Call call, Observation observation) {
        if (!Set.of("PUT", "POST").contains(call.method()) || call.status() / 100 != 2) {
            return;
        }
        String[] path = call.uri().getPath().split("/", 3);
        String key = path.length < 3 ? "" : path[2];
        if (key.isEmpty()) {
            return; // A bucket is made.
        }
        observation.see(new Place.StoredObject(key), key);
        observation.see(
                new Place.ObjectContent(key),
                StandardCharsets.ISO_8859_1.decode(call.body().duplicate()).toString());
        call.headers()
                .forEach(
                        (name, value) -> {
                            if (name.equals("content-type") || !isTransport(name, value)) {
                                observation.see(new Place.ObjectHeader(name), value);
                            }
                        });
    }

    private static boolean isTransport(String name, String value) {
        return HEADERS_OF_HTTP.contains(name)
                || HEADERS_OF_S3.contains(name)
                || (name + ": " + value).equals(CHUNKS);
    }

    /** What the SDK signs a request with; of the operator's own account, not of the letter. */
    private static boolean isOfAws(String recipient, String header) {
        return recipient.equals(Recipient.MAIL.title()) && HEADERS_OF_S3.contains(header);
    }

    private static void sandbox(Call call, Observation observation) {
        String[] path = call.uri().getRawPath().split("/", 3);
        String part = path.length < 2 ? "" : path[1];
        String rest = path.length < 3 ? "" : path[2];
        Recipient recipient = STAND_INS.get(part);
        if (part.equals(PARAMETERS)) {
            JsonNode answer = JsonMapper.shared().readTree(call.answerText()).path("Parameter");
            String name = answer.path("Name").asString("");
            observation.see(
                    new Place.Parameter(
                            SHARED_PARAMETERS.stream()
                                    .filter(folder -> name.contains("/" + folder))
                                    .map(folder -> folder + "*")
                                    .findFirst()
                                    .orElse(name.substring(name.lastIndexOf('/') + 1))),
                    answer.path("Value").asString(""));
        } else {
            fields(recipient == null ? part : recipient.title(), rest, call, observation);
        }
    }

    private static void fields(String recipient, String path, Call call, Observation observation) {
        // The places of a list are one place, also where a form counts them.
        Function<String, Place> sent =
                field -> new Place.Sent(recipient, field.replaceAll("\\[\\d+]", "[]"));
        observation.see(sent.apply("path"), path);
        Call.pairs(call.uri().getRawQuery())
                .forEach((name, value) -> observation.see(sent.apply("query." + name), value));
        call.headers()
                .forEach(
                        (name, value) -> {
                            if (!HEADERS_OF_HTTP.contains(name) && !isOfAws(recipient, name)) {
                                observation.see(sent.apply("header." + name), value);
                            }
                        });
        call.parts((name, value) -> observation.see(sent.apply(name), value));
    }

    /** What the browser carries to somebody else for us. */
    static void redirected(URI target, Observation observation) {
        String part = target.getPath().split("/", 3)[1];
        Recipient recipient = STAND_INS.get(part);
        String title = recipient == null ? target.getAuthority() : recipient.title();
        Call.pairs(target.getRawQuery())
                .forEach(
                        (name, value) ->
                                observation.see(new Place.Sent(title, "redirect." + name), value));
    }
}
