package dev.halftone.function.providerwebhook;

import dev.halftone.core.generation.WorkItem;
import dev.halftone.lambda.Environment;
import dev.halftone.lambda.FunctionApplication;
import dev.halftone.lambda.HttpFunction;
import dev.halftone.providers.dreammachine.DreamMachineCallbacks;
import dev.halftone.providers.fal.FalWebhookVerifier;
import dev.halftone.providers.hedra.HedraWebhookVerifier;
import dev.halftone.secrets.SsmClients;
import dev.halftone.secrets.SsmSecrets;
import dev.halftone.sqs.SqsClients;
import dev.halftone.sqs.SqsWorkQueue;
import java.io.InputStream;
import java.time.Clock;
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
        return new HttpFunction(
                Map.of(
                        "POST /v1/webhooks/dream-machine/{id}/{token}",
                        new ProviderWebhookFunction(dreamMachine(config, ports), ports.queue()),
                        "POST /v1/webhooks/fal/{id}",
                        new ProviderWebhookFunction(fal(config, ports), ports.queue()),
                        "POST /v1/webhooks/hedra/{id}",
                        new ProviderWebhookFunction(hedra(config, ports), ports.queue())));
    }

    private static Verdict.Judge dreamMachine(
            ProviderWebhookConfig config, ProviderWebhookPorts ports) {
        return Judges.dreamMachine(
                new DreamMachineCallbacks(
                        () -> ports.secrets().value(config.dreamMachineKeyParameter())));
    }

    private static Verdict.Judge fal(ProviderWebhookConfig config, ProviderWebhookPorts ports) {
        return Judges.fal(
                new FalWebhookVerifier(
                        config.falJwksUrl(),
                        () -> ports.secrets().value(config.falUserIdParameter()),
                        ports.clock()));
    }

    private static Verdict.Judge hedra(ProviderWebhookConfig config, ProviderWebhookPorts ports) {
        return Judges.hedra(new HedraWebhookVerifier(config.hedraBaseUrl(), ports.clock()));
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
