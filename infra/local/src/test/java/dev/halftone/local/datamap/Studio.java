package dev.halftone.local.datamap;

import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.WorkItem;
import dev.halftone.core.privacy.Place;
import dev.halftone.core.privacy.Recipient;
import dev.halftone.local.LocalConfig;
import dev.halftone.local.LocalPorts;
import dev.halftone.local.LocalStudio;
import dev.halftone.sandbox.stripe.Desk;
import dev.halftone.template.Template;
import dev.halftone.testing.EventFile;
import dev.halftone.testing.Samples;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** The whole product on one machine, with nothing that it stores, prints or sends unseen. */
final class Studio implements AutoCloseable {
    // Long enough to be found waiting in the provider's queue, a second after it was submitted.
    private static final Duration PACE = Duration.ofSeconds(2);
    // What Lambda sets for each call, here once for all.
    private static final String LAMBDA_TRACE = "com.amazonaws.xray.traceHeader";
    private static final Duration LINE_MAX = Duration.ofSeconds(30);
    private static final String EMAIL_CODE = "emailCode=";
    private static final String NO_GENERATION = "gen_" + "0".repeat(32);
    private static final String TRACE = "Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=0";

    private final LogLines lines;
    private final Outbound outbound;
    private final LocalStudio studio;
    private final Stores stores;
    private final StoredItems items;
    private final Told told;

    private Studio(LogLines lines, Outbound outbound, LocalConfig config) throws IOException {
        this.lines = lines;
        this.outbound = outbound;
        this.studio = LocalStudio.start(config);
        this.stores = Stores.at(config.ports());
        this.items = new StoredItems(stores.tables(), stores.streams());
        this.told = new Told(config.ports());
        items.watch();
    }

    static Studio start(Path state) throws IOException {
        LogLines lines = LogLines.begin();
        LocalConfig config = config(state, lines.stream());
        Outbound outbound = Outbound.begin(watched(config.ports()));
        boolean started = false;
        try {
            System.setProperty(LAMBDA_TRACE, TRACE);
            Studio studio = new Studio(lines, outbound, config);
            started = true;
            return studio;
        } finally {
            if (!started) {
                stopWatching(lines, outbound);
            }
        }
    }

    /** What functions say to their context is logged; what the stack says to people is not. */
    private static LocalConfig config(Path state, PrintStream log) throws IOException {
        return LocalConfig.onFreePorts(state, PACE, log)
                .tellingPeople(new PrintStream(OutputStream.nullOutputStream()));
    }

    private static Set<Integer> watched(LocalPorts ports) {
        return Set.of(ports.dynamoDb(), ports.sqs(), ports.s3(), ports.sandbox());
    }

    private static void stopWatching(LogLines lines, Outbound outbound) {
        System.clearProperty(LAMBDA_TRACE);
        outbound.close();
        lines.close();
    }

    Visitor visitor(Observation observation) {
        return new Visitor(studio.address(), observation);
    }

    Stores stores() {
        return stores;
    }

    /** Tells everything since the last time. */
    void report(Observation observation) {
        items.report(observation);
        StoredObjects.report(stores.objects(), observation);
        outbound.drain().forEach(call -> told.read(call, observation));
        // Connections that were pinned go past the JVM's proxy.
        studio.picturesAsked()
                .forEach(
                        path ->
                                observation.see(
                                        new Place.Sent(Recipient.NAMED_HOST.title(), "path"),
                                        path));
        lines.report(observation);
        written(observation);
    }

    /** Tells what is written down and not seen on one machine. */
    static void written(Observation observation) {
        AccessLog.report(Template.inRepository("template.yaml"), observation);
        PageStorage.report(
                Template.repository().resolve("functions/site/src/main/resources/site/js"),
                observation);
    }

    URI sandbox() {
        return studio.sandbox();
    }

    /** Where payers, sellers and banks act. */
    Desk bank() {
        return studio.bank();
    }

    /** The code in the newest letter. */
    String mailedCode() {
        String text =
                studio.letters().stream()
                        .map(letter -> letter.text())
                        .filter(letter -> letter.contains(EMAIL_CODE))
                        .findFirst()
                        .orElseThrow();
        return text.substring(text.indexOf(EMAIL_CODE) + EMAIL_CODE.length())
                .lines()
                .findFirst()
                .orElseThrow();
    }

    /** A message of a newer version fails, and the log says so. */
    void failAtAnUnreadableMessage() {
        send("{\"v\":9,\"generation\":\"" + NO_GENERATION + "\"}", Map.of());
        awaitLine("Message failed on a dependency");
    }

    /** The provider delivers, for work that was given up, a picture like the one it asked for. */
    void finishTooLate(GenerationId given) {
        String request =
                studio.providerRequests().stream()
                        .filter(each -> each.endpoint().contains(Samples.MODEL))
                        .findFirst()
                        .orElseThrow()
                        .id();
        send(WorkItem.callback(given, "fal", request).body(), Map.of());
        awaitLine("Late result given free of charge");
    }

    private void awaitLine(String text) {
        Instant giveUp = Instant.now().plus(LINE_MAX);
        while (!lines.text().contains(text)) {
            if (Instant.now().isAfter(giveUp)) {
                throw new AssertionError("Not in the log: " + text);
            }
            Journey.pause();
        }
    }

    void send(String body, Map<String, MessageAttributeValue> attributes) {
        String url =
                stores.queues()
                        .getQueueUrl(get -> get.queueName("halftone-local-provider"))
                        .queueUrl();
        stores.queues()
                .sendMessage(
                        send -> send.queueUrl(url).messageBody(body).messageAttributes(attributes));
    }

    /** Work that everybody forgot is found. */
    void sweepSomethingOverdue() {
        put(
                "StudioTable",
                Map.of(
                        "pk", AttributeValue.fromS("GENERATION#" + NO_GENERATION),
                        "sk", AttributeValue.fromS("GENERATION"),
                        "dueShard", AttributeValue.fromS("0"),
                        "dueAt", AttributeValue.fromN("1"),
                        "stage", AttributeValue.fromS("provider")));
        studio.invoke("GenerationSweepFunction", EventFile.read("generation-sweep", "tick").text());
    }

    /** Providers say whether they accept our keys. */
    void checkKeys() {
        studio.invoke("ProviderPollFunction", EventFile.read("provider-poll", "tick").text());
    }

    /** What has expired gets its line. */
    void reconcile() {
        studio.invoke("ReconciliationFunction", EventFile.read("reconciliation", "tick").text());
    }

    /** The stream has brought the visit's lines, and an hour is over. */
    void sealAndSign() {
        awaitLine("ledger_lines_sealed");
        studio.invoke("LedgerSealFunction", EventFile.read("ledger-seal", "tick").text());
    }

    void put(String table, Map<String, AttributeValue> item) {
        stores.tables().putItem(put -> put.tableName("halftone-" + table).item(item));
    }

    @Override
    public void close() {
        stores.close();
        studio.close();
        stopWatching(lines, outbound);
    }
}
