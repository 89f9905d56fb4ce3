package dev.halftone.packaged;

import dev.halftone.lambda.HttpAnswer;
import dev.halftone.lambda.HttpEvent;
import dev.halftone.testing.EventFile;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One person's visit, told by the events of {@code events/}: every function gets every one of its
 * events when its turn has come, with the ids and cookies of this visit in place of the examples.
 */
final class Scenario {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern SCRIPT = Pattern.compile("src=\"/([^\"]+\\.js)\"");
    private static final String LIGHTHOUSE = "A lighthouse at dusk";
    static final String EXAMPLE_GENERATION = "gen_0123456789abcdef0123456789abcdef";
    private static final String EXAMPLE_REQUEST = "0c1e7d1a-0000-4000-8000-000000000001";

    private final PackagedStudio studio;
    private final Map<String, JsonNode> answers = new LinkedHashMap<>();
    private final Map<String, Duration> durations = new LinkedHashMap<>();
    private String session = "";

    private Scenario(PackagedStudio studio) {
        this.studio = studio;
    }

    /** What came of it, each by {@code function/case} and in the order of the events. */
    record Outcome(Map<String, JsonNode> answers, Map<String, Duration> durations) {}

    static Outcome run(PackagedStudio studio) {
        Scenario scenario = new Scenario(studio);
        scenario.look();
        scenario.signIn();
        scenario.film();
        scenario.picture();
        scenario.refusal();
        scenario.changeOfMind();
        scenario.look(Known.in(scenario.answers, "generation-submit/submit"));
        scenario.send(
                "generation-sweep", "tick", EventFile.read("generation-sweep", "tick").bytes());
        scenario.send("ledger-seal", "lines", EventFile.read("ledger-seal", "lines").bytes());
        scenario.send("ledger-seal", "tick", EventFile.read("ledger-seal", "tick").bytes());
        scenario.send("provider-poll", "tick", EventFile.read("provider-poll", "tick").bytes());
        scenario.send("reconciliation", "tick", EventFile.read("reconciliation", "tick").bytes());
        new UploadScenario(scenario).play();
        scenario.buy();
        scenario.catalogue();
        new StoryboardScenario(scenario).play();
        scenario.refuseWhoProvesNothing();
        scenario.http("sign-in", "end-sessions", scenario.mine("sign-in", "end-sessions"));
        scenario.http("sign-in", "sign-out", scenario.mine("sign-in", "sign-out"));
        return new Outcome(scenario.answers, scenario.durations);
    }

    private void look() {
        String page = http("site", "index", HttpEvent.read("site", "index")).body();
        send("site", "asset", EventFile.read("site", "asset").with("app.js", script(page)).bytes());
        http("site", "unknown", HttpEvent.read("site", "unknown"));
        http("studio", "models", HttpEvent.read("studio", "models"));
        http("studio", "rates", HttpEvent.read("studio", "rates"));
        http("sign-in", "options", HttpEvent.read("sign-in", "options"));
        http("sign-in", "report-minor", HttpEvent.read("sign-in", "report-minor"));
        for (String proof : List.of("one-tap-prompt", "one-tap", "exchange")) {
            http("sign-in", proof, HttpEvent.read("sign-in", proof));
        }
    }

    /** The first script that the page names. */
    private static String script(String page) {
        Matcher matcher = SCRIPT.matcher(page);
        return matcher.find() ? matcher.group(1) : "none";
    }

    private void signIn() {
        HttpAnswer start = http("sign-in", "start", HttpEvent.read("sign-in", "start"));
        HttpAnswer home = http("sign-in", "callback", callback(start));
        session =
                home.cookies().stream()
                        .filter(each -> each.startsWith("__Host-session="))
                        .map(each -> each.split("[=;]", 3)[1])
                        .findFirst()
                        .orElse("none");
        http("sign-in", "me", mine("sign-in", "me"));
        http("sign-in", "acceptance", mine("sign-in", "acceptance"));
        http("sign-in", "change", mine("sign-in", "change"));
        http("sign-in", "email", mine("sign-in", "email"));
        http("sign-in", "email-confirm", mine("sign-in", "email-confirm"));
        http("sign-in", "events", mine("sign-in", "events"));
        http("sign-in", "data", mine("sign-in", "data"));
        for (String each :
                List.of("sessions", "end-session", "make-token", "tokens", "revoke-token")) {
            http("sign-in", each, mine("sign-in", each));
        }
        http("sign-in", "identities", mine("sign-in", "identities"));
        http("sign-in", "unlink", mine("sign-in", "unlink"));
    }

    /** How the browser comes back from where the start of a sign-in sent it. */
    static HttpEvent callback(HttpAnswer start) {
        String[] flow = start.cookies().getFirst().split(";", 2)[0].split("=", 2);
        return HttpEvent.read("sign-in", "callback")
                .query(consent(URI.create(start.header("location"))).getRawQuery())
                .cookie(flow[0], flow[1]);
    }

    /** Goes to the identity provider and back, as a person who agrees. */
    private static URI consent(URI authorize) {
        String form =
                authorize.getRawQuery()
                        + "&person=typed&name=Vera+Visitor&email="
                        + URLEncoder.encode("vera@example.org", StandardCharsets.UTF_8);
        HttpRequest agree =
                HttpRequest.newBuilder(authorize.resolve(authorize.getRawPath()))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build();
        try (HttpClient browser = HttpClient.newHttpClient()) {
            HttpResponse<Void> response = browser.send(agree, BodyHandlers.discarding());
            return URI.create(response.headers().firstValue("location").orElseThrow());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void picture() {
        HttpAnswer quote = http("generation-submit", "quote", mine("generation-submit", "quote"));
        HttpEvent submit = submit("submit", quote, LIGHTHOUSE);
        String id = http("generation-submit", "submit", submit).json().path("id").asString("");
        http("generation-submit", "submit-repeat", submit("submit-repeat", quote, LIGHTHOUSE));
        message("submit-due", id, "");
        String request = callback("fal-ok", id);
        message("callback", id, request);
        message("delivery", id, "");
    }

    private void refusal() {
        String id = accepted("[moderation] A refused lighthouse");
        invoke("provider-poll", messageEvent("submit-due", id, ""));
        String request = callback("fal-error", id);
        invoke("provider-poll", messageEvent("callback", id, request));
    }

    private void changeOfMind() {
        String id = accepted("A lighthouse nobody wants");
        http(
                "generation-submit",
                "cancel",
                mine("generation-submit", "cancel").pathParameter("id", id));
        message("cancel", id, "");
    }

    /** Accepted and stopped, for it would cost all there is; a film goes the way of a picture. */
    private void film() {
        HttpAnswer quote =
                http("generation-submit", "quote-video", mine("generation-submit", "quote-video"));
        HttpEvent submit =
                mine("generation-submit", "submit-video")
                        .bodyField("quote", quote.json().path("quote").asString(""));
        String id =
                http("generation-submit", "submit-video", submit).json().path("id").asString("");
        ask("generation-submit", mine("generation-submit", "cancel").pathParameter("id", id));
    }

    /** A table of products, from its file to its result. */
    private void catalogue() {
        HttpAnswer uploaded = row("catalogue-upload", "");
        String id = uploaded.json().path("batch").path("id").asString("");
        HttpAnswer quote = row("catalogue-quote", id);
        HttpEvent start =
                mine("generation-submit", "catalogue-start")
                        .pathParameter("id", id)
                        .bodyField("quote", quote.json().path("quote").asString(""));
        http("generation-submit", "catalogue-start", start);
        for (String event :
                List.of("catalogue-pause", "catalogue-resume", "catalogue", "catalogue-cancel")) {
            row(event, id);
        }
        send(
                "generation-submit",
                "batch-look",
                EventFile.read("generation-submit", "batch-look")
                        .with("bat_0123456789abcdef0123456789abcdef", id)
                        .bytes());
        row("catalogue-retry", id);
        row("catalogue-result", id);
        row("catalogues", id);
    }

    HttpAnswer row(String event, String id) {
        return http(
                "generation-submit",
                event,
                mine("generation-submit", event).pathParameter("id", id));
    }

    /** An order that nobody pays, and a message that nobody signed. */
    private void buy() {
        http("checkout", "products", HttpEvent.read("checkout", "products"));
        String id =
                http("checkout", "order", mine("checkout", "order")).json().path("id").asString("");
        http("checkout", "orders", mine("checkout", "orders"));
        http("checkout", "one", mine("checkout", "one").pathParameter("id", id));
        http("checkout", "receipt", mine("checkout", "receipt").pathParameter("id", id));
        http("checkout", "portal", mine("checkout", "portal"));
        http("payment-webhook", "stripe-paid", HttpEvent.read("payment-webhook", "stripe-paid"));
    }

    /** Callbacks at an address that nobody gave them, or signed by nobody, days ago. */
    private void refuseWhoProvesNothing() {
        for (String event : List.of("dream-machine-completed", "hedra-completed")) {
            http("provider-webhook", event, HttpEvent.read("provider-webhook", event));
        }
    }

    private void look(JsonNode submitted) {
        String id = new HttpAnswer(submitted).json().path("id").asString("");
        http("studio", "generation", mine("studio", "generation").pathParameter("id", id));
        http("studio", "timeline", mine("studio", "timeline").pathParameter("id", id));
        http(
                "studio",
                "media",
                mine("studio", "media").pathParameter("id", id).pathParameter("index", "0"));
        http("studio", "history", mine("studio", "history"));
        http("studio", "account", mine("studio", "account"));
        http("studio", "statement", mine("studio", "statement"));
        http("studio", "statement-csv", mine("studio", "statement-csv"));
        http("studio", "proof", mine("studio", "proof"));
        http("studio", "roots", HttpEvent.read("studio", "roots"));
        http("studio", "verify", HttpEvent.read("studio", "verify"));
        library(id);
        character();
    }

    private void character() {
        String id =
                http("studio", "brief-create", mine("studio", "brief-create"))
                        .json()
                        .path("id")
                        .asString("");
        http("studio", "brief-rewrite", of("brief-rewrite", id));
        http("studio", "brief", of("brief", id));
        http("studio", "briefs", mine("studio", "briefs"));
        http("studio", "brief-delete", of("brief-delete", id));
    }

    /** Files the picture, shows it to others, and removes it in the end. */
    private void library(String id) {
        String project =
                http("studio", "project-create", mine("studio", "project-create"))
                        .json()
                        .path("id")
                        .asString("");
        http("studio", "project-change", of("project-change", project));
        http("studio", "projects", mine("studio", "projects"));
        http("studio", "file", of("file", id).bodyField("project", project));
        String link =
                http("studio", "share", of("share", id).pathParameter("index", "0"))
                        .json()
                        .path("href")
                        .asString("/s/none");
        http("studio", "shared", of("shared", id).pathParameter("index", "0"));
        http(
                "studio",
                "follow",
                HttpEvent.read("studio", "follow")
                        .pathParameter("token", link.substring("/s/".length())));
        http("studio", "unshare", of("unshare", id).pathParameter("index", "0"));
        String archive =
                http("studio", "pack", mine("studio", "pack").bodyField("generations", List.of(id)))
                        .json()
                        .path("href")
                        .asString("/v1/archives/none");
        http(
                "studio",
                "archive",
                mine("studio", "archive")
                        .pathParameter("archive", archive.substring("/v1/archives/".length())));
        http("studio", "remove", of("remove", id));
        http("studio", "project-delete", of("project-delete", project));
    }

    HttpEvent of(String name, String id) {
        return mine("studio", name).pathParameter("id", id);
    }

    /** One more generation, whose own answers are not looked at. */
    private String accepted(String prompt) {
        HttpAnswer quote = ask("generation-submit", mine("generation-submit", "quote"));
        return ask("generation-submit", submit("submit", quote, prompt))
                .json()
                .path("id")
                .asString("");
    }

    /** The same prompt has the same key, as when a page asks again. */
    private HttpEvent submit(String name, HttpAnswer quote, String prompt) {
        String key = UUID.nameUUIDFromBytes(prompt.getBytes(StandardCharsets.UTF_8)).toString();
        return mine("generation-submit", name)
                .header("idempotency-key", key)
                .bodyField("prompt", prompt)
                .bodyField("quote", quote.json().path("quote").asString(""));
    }

    /** Hands the provider's own, signed callback to the function; returns the provider's id. */
    private String callback(String name, String id) {
        Callbacks.Callback callback = studio.callbacks().next();
        HttpEvent event =
                HttpEvent.read("provider-webhook", name)
                        .rawPath(callback.path())
                        .pathParameter("id", id)
                        .body(callback.body());
        for (String header : callback.headers().keySet()) {
            event =
                    event.header(
                            header.toLowerCase(Locale.ROOT), callback.headers().getFirst(header));
        }
        http("provider-webhook", name, event);
        return JSON.readTree(callback.body()).path("request_id").asString("");
    }

    private void message(String name, String id, String request) {
        send("provider-poll", name, messageEvent(name, id, request));
    }

    private static byte[] messageEvent(String name, String id, String request) {
        EventFile event = EventFile.read("provider-poll", name).with(EXAMPLE_GENERATION, id);
        return (request.isEmpty() ? event : event.with(EXAMPLE_REQUEST, request)).bytes();
    }

    HttpEvent mine(String function, String name) {
        return HttpEvent.read(function, name).cookie("__Host-session", session);
    }

    HttpAnswer http(String function, String name, HttpEvent event) {
        return new HttpAnswer(send(function, name, event.bytes()));
    }

    JsonNode send(String function, String name, byte[] event) {
        long begun = System.nanoTime();
        JsonNode answer = invoke(function, event);
        durations.put(function + "/" + name, Duration.ofNanos(System.nanoTime() - begun));
        answers.put(function + "/" + name, answer);
        return answer;
    }

    HttpAnswer ask(String function, HttpEvent event) {
        return new HttpAnswer(invoke(function, event.bytes()));
    }

    JsonNode invoke(String function, byte[] event) {
        return JSON.readTree(studio.process(function).invoke(event));
    }
}
