package dev.halftone.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.halftone.sandbox.Sandbox;
import dev.halftone.sandbox.SandboxConfig;
import dev.halftone.sandbox.fal.FalRequestView;
import dev.halftone.sandbox.mail.Delivered;
import dev.halftone.sandbox.stripe.Desk;
import dev.halftone.sandbox.work.Work;
import dev.halftone.template.Stack;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Everything on one machine: engines, the outside world, the functions and what triggers them. */
public final class LocalStudio implements AutoCloseable {
    private static final String LICENCES =
            """
            Engines: DynamoDB Local (under its own licence, for holders of an AWS account; Maven\
             fetched it to this machine, it is no part of Halftone), ElasticMQ and S3Proxy\
             (Apache-2.0).\
            """;

    private static final Duration CLOSING_MAX = Duration.ofSeconds(5);

    private final LocalConfig config;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Gateway gateway;
    private final Map<String, HostedFunction> functions = new HashMap<>();
    private final Map<String, QueuePoller> pollers = new HashMap<>();
    private @Nullable Sandbox world;

    private LocalStudio(LocalConfig config, Gateway gateway) {
        this.config = config;
        this.gateway = gateway;
    }

    /**
     * Starts everything and answers when requests are answered; what fails to start ends it all.
     */
    public static LocalStudio start(LocalConfig config) throws IOException {
        config.out().println(LICENCES);
        LocalStudio studio = new LocalStudio(config, Gateway.bind(config.ports().gateway()));
        boolean opened = false;
        try {
            studio.open();
            opened = true;
            return studio;
        } finally {
            if (!opened) {
                studio.close();
            }
        }
    }

    static void main() throws InterruptedException {
        boolean fresh = Boolean.getBoolean("fresh");
        PrintStream out = System.out;
        PrintStream log = System.err;
        // Frameworks print there as they start; a person should read the address.
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), true, UTF_8));
        try {
            LocalStudio studio = start(LocalConfig.of(System.getenv(), fresh, out, log));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(studio), "end"));
            if (Boolean.getBoolean("endWithParent")) {
                endWithParent();
            }
        } catch (BindException | IllegalArgumentException e) {
            log.println(e.getMessage());
            System.exit(1);
        } catch (IOException | RuntimeException | Error e) {
            e.printStackTrace(log);
            System.exit(1);
        }
        Thread.currentThread().join();
    }

    /** An engine that will not stop must not keep the program: what is stored is stored. */
    private static void end(LocalStudio studio) {
        Thread closing = Thread.ofPlatform().daemon().start(studio::close);
        try {
            if (!closing.join(CLOSING_MAX)) {
                studio.config.log().println("An engine did not stop in time and was left behind.");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Maven, ended by a signal, leaves the program it started behind. */
    private static void endWithParent() {
        ProcessHandle.current().parent().ifPresent(LocalStudio::endWith);
    }

    private static void endWith(ProcessHandle parent) {
        Thread.ofVirtual()
                .start(
                        () -> {
                            parent.onExit().join();
                            System.exit(0);
                        });
    }

    public URI address() {
        return gateway.address();
    }

    public URI sandbox() {
        return LocalPorts.endpoint(config.ports().sandbox());
    }

    /** Where pictures are fetched from. */
    public URI storage() {
        return LocalPorts.endpoint(config.ports().s3());
    }

    /** What another provider than fal.ai has taken, newest first. */
    public List<Work> works(String provider) {
        return Objects.requireNonNull(world).works(provider);
    }

    /** The paths that were asked of somebody's site with pictures, oldest first. */
    public List<String> picturesAsked() {
        return Objects.requireNonNull(world).picturesAsked();
    }

    /** What was mailed to anybody, newest first. */
    public List<Delivered> letters() {
        return Objects.requireNonNull(world).letters();
    }

    /** Where payers, sellers and banks act. */
    public Desk bank() {
        return Objects.requireNonNull(world).stripe();
    }

    /** What fal.ai was asked to make, oldest first. */
    public List<FalRequestView> providerRequests() {
        return Objects.requireNonNull(world).requests();
    }

    /** Calls a function with an event, as {@code aws lambda invoke} does; answers its answer. */
    public String invoke(String function, String event) {
        HostedFunction hosted = functions.get(function);
        if (hosted == null) {
            throw new IllegalArgumentException("No function " + function);
        }
        return switch (hosted.invoke(event)) {
            case InvokeOutcome.Answered(String answer) -> answer;
            case InvokeOutcome.Failed(Throwable cause) ->
                    throw new IllegalStateException(function + " failed", cause);
            case InvokeOutcome.TimedOut _ ->
                    throw new IllegalStateException(function + " did not answer");
        };
    }

    /** Time in which no message of a queue is handed out. */
    public interface Pause extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Disables the event source of a queue, as an operator may; returns when none of its messages
     * is worked on any more.
     */
    public Pause pause(String queue) {
        QueuePoller poller = pollers.get(queue);
        if (poller == null) {
            throw new IllegalArgumentException("No queue " + queue);
        }
        try {
            poller.pause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted before " + queue + " came to rest", e);
        }
        return poller::resume;
    }

    /** The front first, so that nothing new comes in; the engines last. */
    @Override
    public void close() {
        gateway.close();
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                e.printStackTrace(config.log());
            }
        }
    }

    private void open() throws IOException {
        config.ports().requireFreeBehindTheGateway();
        RealKeys.require(
                config.choices(),
                RealKeys.checks(config.choices(), address(), config.clock()),
                config.out());
        StateFolder state = part(StateFolder.open(config.state()));
        if (config.fresh()) {
            state.empty();
        }
        Stack stack = LocalStack.of(config, sandbox());
        List<FunctionDeclaration> declared = FunctionDeclarations.read(stack);
        LocalEngines engines = part(LocalEngines.begin(state, config.ports(), stack.withNested()));
        Map<String, String> parameters =
                LocalParameters.of(
                        declared,
                        address(),
                        sandbox(),
                        config.choices(),
                        state.resolve("secrets.properties"));
        Sandbox sandbox = part(Sandbox.start(outsideWorld(state, parameters)));
        world = sandbox;
        if (parameters.keySet().stream().anyMatch(LocalStudio::isOfStripe)) {
            PaymentProcessors.stock(PaymentProcessors.terms(config.choices()), sandbox.stripe());
        }
        Handlers.useAws(config.ports(), sandbox());
        List<HostedFunction> hosted = Handlers.make(declared, config.clock(), config.log());
        engines.await();
        trigger(hosted);
        config.out().println("Handlers, as packaged for Lambda: " + HandlerHashes.of(declared));
        config.out().println("Halftone is ready: " + address());
        config.out().println("Sandbox (sign-in, provider): " + sandbox());
        config.out().println("Mail that was sent: " + sandbox() + "/mail");
        config.out().println("The bank, where no money moves: " + sandbox() + "/stripe/desk");
    }

    private static boolean isOfStripe(String parameter) {
        return parameter.endsWith("/payments/" + PaymentProcessors.STRIPE);
    }

    private SandboxConfig outsideWorld(StateFolder state, Map<String, String> parameters) {
        return new SandboxConfig(
                new InetSocketAddress(sandbox().getHost(), config.ports().sandbox()),
                sandbox(),
                state.resolve("sandbox"),
                parameters,
                Set.of(address()),
                config.clock(),
                config.pace());
    }

    private void trigger(List<HostedFunction> hosted) {
        SqsClient queues = part(LocalClients.sqs(LocalPorts.endpoint(config.ports().sqs())));
        URI tables = LocalPorts.endpoint(config.ports().dynamoDb());
        DynamoDbClient dynamoDb = part(LocalClients.dynamoDb(tables));
        DynamoDbStreamsClient streams = part(LocalClients.streams(tables));
        Scheduler scheduler = part(new Scheduler(config.clock()));
        List<Route> routes = new ArrayList<>();
        for (HostedFunction function : hosted) {
            functions.put(function.declaration().logicalId(), function);
            for (Trigger trigger : function.declaration().triggers()) {
                switch (trigger) {
                    case Trigger.Http(String method, String path) ->
                            routes.add(new Route(method, path, function));
                    case Trigger.Queue queue ->
                            pollers.put(
                                    queue.name(), part(QueuePoller.start(queue, function, queues)));
                    case Trigger.Stream stream ->
                            part(
                                    StreamPoller.start(
                                            stream, function, dynamoDb, streams, config.log()));
                    case Trigger.Rate rate -> scheduler.schedule(rate, function);
                }
            }
        }
        gateway.open(new Routes(routes));
    }

    private <P extends AutoCloseable> P part(P started) {
        parts.push(started);
        return started;
    }
}
