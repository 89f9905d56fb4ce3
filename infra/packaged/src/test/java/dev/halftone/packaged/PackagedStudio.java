package dev.halftone.packaged;

import dev.halftone.lambda.ProfileReader;
import dev.halftone.local.FunctionDeclaration;
import dev.halftone.local.FunctionDeclarations;
import dev.halftone.local.PaymentProcessors;
import dev.halftone.sandbox.Sandbox;
import dev.halftone.sandbox.SandboxConfig;
import dev.halftone.template.Template;
import dev.halftone.testing.RootKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Every function of the template as it is deployed, started once for all tests: each runs to its
 * snapshot, is looked at there, and is restored when everything else has moved on.
 */
final class PackagedStudio {
    // Those that the scenario comes to; a key of another one is missing, as it may be.
    private static final List<String> WITH_KEYS =
            List.of("fal", "llm", "moderation", "dream-machine");

    private static final Duration PACE = Duration.ofMillis(20);
    static final String OTHER_SIGN_IN = "sign-in-elsewhere";

    private static final PackagedStudio STUDIO = start();

    private final Path folder;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Callbacks callbacks;
    private final URI sandboxAddress;
    private final AwsSide aws;
    private final Map<String, FunctionDeclaration> declarations = new TreeMap<>();
    private final Map<String, String> secretsAtSnapshot;
    private final Map<String, String> secrets;
    private final RecordingParameters parameters;
    private final Map<String, LambdaProcess> processes = new TreeMap<>();
    private final Map<String, Duration> restores = new TreeMap<>();
    private final Instant started = Instant.now();
    private @Nullable AtSnapshot atSnapshot;
    private Scenario.@Nullable Outcome visit;

    private PackagedStudio(Path folder) throws IOException {
        this.folder = folder;
        this.callbacks = part(Callbacks.start());
        this.sandboxAddress = URI.create("http://127.0.0.1:" + freePort());
        this.aws = part(new AwsSide(templateParameters()));
        for (FunctionDeclaration each : FunctionDeclarations.read(aws.stack())) {
            declarations.put(module(each), each);
        }
        this.secretsAtSnapshot = freshSecrets();
        this.secrets = freshSecrets();
        this.parameters = part(RecordingParameters.start(secretsAtSnapshot));
    }

    static PackagedStudio get() {
        return STUDIO;
    }

    /** The modules of all functions. */
    Set<String> functions() {
        return Set.copyOf(declarations.keySet());
    }

    LambdaProcess process(String function) {
        return Known.in(processes, function);
    }

    /** What was found while every process waited at its snapshot. */
    AtSnapshot atSnapshot() {
        return Objects.requireNonNull(atSnapshot);
    }

    /** One visit, the first that any of the restored processes got. */
    Scenario.Outcome visit() {
        return Objects.requireNonNull(visit);
    }

    /** Before any process was. */
    Instant started() {
        return started;
    }

    /** By process: how long it took from the snapshot to asking for an event. */
    Map<String, Duration> restores() {
        return Map.copyOf(restores);
    }

    AwsSide aws() {
        return aws;
    }

    Callbacks callbacks() {
        return callbacks;
    }

    RecordingParameters parameters() {
        return parameters;
    }

    /** By parameter name, as they were while the snapshots were taken. */
    Map<String, String> secretsAtSnapshot() {
        return secretsAtSnapshot;
    }

    /** By parameter name, as they are now. */
    Map<String, String> secrets() {
        return secrets;
    }

    /** The value of the parameter that a function's variable names. */
    String parameterName(String function, String variable) {
        return Known.in(Known.in(declarations, function).variables(), variable);
    }

    /** A fresh copy of a function's package, to be started, or broken first. */
    PackagedFunction unpack(String function, String copy) {
        FunctionDeclaration declaration = Known.in(declarations, function);
        Path zip = Template.repository().resolve("functions/" + function + "/target/lambda.zip");
        return new PackagedFunction(
                function,
                declaration.handlerClass(),
                declaration.memoryMegabytes(),
                FunctionZip.unpack(zip, folder.resolve(copy)));
    }

    /** Starts one more environment of a function. */
    LambdaProcess start(PackagedFunction function) {
        Map<String, String> variables = new HashMap<>(aws.variables());
        variables.put("AWS_ENDPOINT_URL_SSM", parameters.address().toString());
        variables.put("AWS_ENDPOINT_URL_SESV2", parameters.address().toString());
        return start(function, variables);
    }

    /** Starts one where AWS is to be found elsewhere. */
    LambdaProcess start(PackagedFunction function, Map<String, String> awsVariables) {
        Map<String, String> variables = new HashMap<>(awsVariables);
        FunctionDeclaration declaration = declarations.get(function.name());
        if (declaration != null) {
            variables.putAll(declaration.variables());
        }
        Path log = folder.resolve(function.zip().folder().getFileName() + ".log");
        try {
            return part(LambdaProcess.start(function, variables, log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }

    private static PackagedStudio start() {
        try {
            PackagedStudio studio =
                    new PackagedStudio(Files.createTempDirectory("halftone-packaged"));
            Runtime.getRuntime().addShutdownHook(new Thread(studio::end));
            studio.open();
            return studio;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void open() throws IOException {
        for (String function : declarations.keySet()) {
            processes.put(function, start(unpack(function, function)));
        }
        processes.put(OTHER_SIGN_IN, start(unpack("sign-in", OTHER_SIGN_IN)));
        processes.values().forEach(LambdaProcess::awaitSnapshot);
        atSnapshot = AtSnapshot.of(this);
        // Days later, elsewhere: the providers are there, every secret is another one.
        Sandbox sandbox = part(Sandbox.start(outsideWorld()));
        PaymentProcessors.stock(ProfileReader.read("halftone").payments(), sandbox.stripe());
        parameters.rotate(secrets);
        processes.forEach((name, process) -> restores.put(name, process.restore()));
        visit = Scenario.run(this);
    }

    private SandboxConfig outsideWorld() {
        return new SandboxConfig(
                new InetSocketAddress(sandboxAddress.getHost(), sandboxAddress.getPort()),
                sandboxAddress,
                folder.resolve("sandbox"),
                secrets,
                Set.of(callbacks.publicUrl()),
                Clock.systemUTC(),
                PACE);
    }

    private Map<String, String> templateParameters() {
        return Map.of(
                "Stage",
                "local",
                "SignInStandIns",
                "google=%1$s/google,clerk=%1$s/clerk".formatted(sandboxAddress),
                "ProviderStandIns",
                "fal=%1$s/fal,llm=%1$s/llm,moderation=%1$s/moderation".formatted(sandboxAddress),
                "PaymentStandIns",
                "stripe=%s/stripe".formatted(sandboxAddress));
    }

    private Map<String, String> freshSecrets() {
        SecureRandom random = new SecureRandom();
        Map<String, String> fresh = new HashMap<>();
        for (FunctionDeclaration function : declarations.values()) {
            function.variables()
                    .forEach(
                            (variable, name) -> {
                                if (variable.equals("PUBLIC_URL_PARAMETER")) {
                                    fresh.put(name, callbacks.publicUrl().toString());
                                } else if (variable.equals("LEDGER_KEY_PARAMETER")) {
                                    fresh.put(name, RootKeys.freshPem());
                                } else if (variable.endsWith("_PARAMETER")) {
                                    fresh.computeIfAbsent(name, _ -> secret(random));
                                } else if (variable.equals("SIGN_IN_PARAMETERS")) {
                                    fresh.computeIfAbsent(name + "google", _ -> secret(random));
                                } else if (variable.equals("PAYMENT_PARAMETERS")) {
                                    fresh.computeIfAbsent(name + "stripe", _ -> secret(random));
                                    fresh.computeIfAbsent(
                                            name + "stripe-webhook", _ -> secret(random));
                                } else if (variable.equals("PROVIDER_PARAMETERS")) {
                                    WITH_KEYS.forEach(
                                            provider ->
                                                    fresh.computeIfAbsent(
                                                            name + provider, _ -> secret(random)));
                                }
                            });
        }
        return Map.copyOf(fresh);
    }

    private static String secret(SecureRandom random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** {@code GenerationSubmitFunction} is the module generation-submit. */
    private static String module(FunctionDeclaration function) {
        return function.logicalId()
                .replaceFirst("Function$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private <P extends AutoCloseable> P part(P started) {
        parts.push(started);
        return started;
    }

    /** The processes first: what is behind them is needed until they are gone. */
    private void end() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
