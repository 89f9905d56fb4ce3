package dev.halftone.function.providerwebhook;

import dev.halftone.core.catalogue.ProviderEntry;
import dev.halftone.core.generation.WorkItem;
import dev.halftone.lambda.Environment;
import dev.halftone.lambda.FunctionApplication;
import dev.halftone.lambda.HttpFunction;
import dev.halftone.lambda.ProfileReader;
import dev.halftone.lambda.ProviderAddresses;
import dev.halftone.lambda.Route;
import dev.halftone.providers.dreammachine.DreamMachineCallbacks;
import dev.halftone.providers.fal.FalWebhookVerifier;
import dev.halftone.providers.hedra.HedraWebhookVerifier;
import dev.halftone.secrets.SsmClients;
import dev.halftone.secrets.SsmSecrets;
import dev.halftone.sqs.SqsClients;
import dev.halftone.sqs.SqsWorkQueue;
import java.io.InputStream;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** Composes the function. */
public class ProviderWebhookApplication extends FunctionApplication {
    @Override
    protected final Function<InputStream, byte[]> compose(Environment environment) {
        ProviderWebhookConfig config = ProviderWebhookConfig.from(environment);
        primeOutboundHttp();
        ProviderWebhookPorts ports = ports(config);
        Map<String, ProviderEntry> declared =
                ProfileReader.read(config.profile()).catalogue().providers();
        Map<String, Route> routes = new HashMap<>();
        judges(config, ports)
                .forEach(
                        (path, judged) ->
                                routes.put(
                                        path,
                                        new ProviderWebhookFunction(
                                                judged.judge(declared), ports.queue())));
        return new HttpFunction(routes);
    }

    /** A provider that calls back, and how it is known; one that a profile lacks is refused. */
    private record Judged(String provider, Function<ProviderEntry, Verdict.Judge> judging) {

        Verdict.Judge judge(Map<String, ProviderEntry> declared) {
            ProviderEntry entry = declared.get(provider);
            return entry == null
                    ? (_, _) -> new Verdict.Refuse("the provider is none of ours")
                    : judging.apply(entry);
        }
    }

    private static Map<String, Judged> judges(
            ProviderWebhookConfig config, ProviderWebhookPorts ports) {
        ProviderAddresses at = config.providers();
        return Map.of(
                "POST /v1/webhooks/dream-machine/{id}/{token}",
                new Judged(
                        "dream-machine",
                        entry ->
                                Judges.dreamMachine(
                                        new DreamMachineCallbacks(
                                                () ->
                                                        ports.secrets()
                                                                .value(
                                                                        at.keyParameter(
                                                                                entry.name()))))),
                "POST /v1/webhooks/fal/{id}",
                new Judged(
                        "fal",
                        entry ->
                                Judges.fal(
                                        new FalWebhookVerifier(
                                                at.callbackKeys(entry),
                                                () ->
                                                        ports.secrets()
                                                                .value(config.falUserIdParameter()),
                                                ports.clock()))),
                "POST /v1/webhooks/hedra/{id}",
                new Judged(
                        "hedra",
                        entry ->
                                Judges.hedra(
                                        new HedraWebhookVerifier(
                                                at.callbackKeys(entry), ports.clock()))));
    }

    /** The real adapters; tests put others in their place. */
    ProviderWebhookPorts ports(ProviderWebhookConfig config) {
        Clock clock = Environment.clock(Clock.systemUTC());
        return new ProviderWebhookPorts(
                primed(
                        new SqsWorkQueue(
                                sqs(), Map.of(WorkItem.Stage.PROVIDER, config.providerQueueUrl())),
                        SqsWorkQueue::prime),
                primed(new SsmSecrets(ssm(), clock), SsmSecrets::prime),
                clock);
    }

    // The ways out of this function, for whoever must stand in them.

    protected SqsClient sqs() {
        return SqsClients.create();
    }

    protected SsmClient ssm() {
        return SsmClients.create();
    }
}
