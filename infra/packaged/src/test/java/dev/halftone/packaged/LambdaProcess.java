package dev.halftone.packaged;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/**
 * One execution environment: Lambda's own runtime in a JVM of its own, with the function's folder
 * as its task and nothing else of this build.
 */
final class LambdaProcess implements AutoCloseable {
    /** Seven of them start side by side on two cores. */
    static final Duration START_MAX = Duration.ofSeconds(90);

    static final Duration ANSWER_MAX = Duration.ofSeconds(60);
    private static final Duration ENDED_MAX = Duration.ofSeconds(20);
    private static final Duration TOOL_MAX = Duration.ofSeconds(60);
    private static final Path JDK = Path.of(System.getProperty("java.home"));
    private static final String NATIVE_CLIENT_PROPERTY =
            "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";
    private static final Path NATIVE_CLIENT = unpackNativeClient();

    private final Process process;
    private final RuntimeHost host;
    private final Path log;
    private final CompletableFuture<Void> ended;

    private LambdaProcess(Process process, RuntimeHost host, Path log) {
        this.process = process;
        this.host = host;
        this.log = log;
        this.ended = process.onExit().thenRun(() -> host.fail("The process ended:\n" + log()));
    }

    /**
     * Starts a function with SnapStart: it initialises, runs its hooks, and waits to be restored.
     *
     * @param variables everything the process finds in its environment besides Lambda's own
     */
    static LambdaProcess start(PackagedFunction function, Map<String, String> variables, Path log)
            throws IOException {
        RuntimeHost host = RuntimeHost.start();
        ProcessBuilder builder = new ProcessBuilder(command(function));
        builder.directory(function.zip().folder().toFile());
        builder.environment().clear();
        builder.environment().putAll(variables);
        builder.environment().putAll(ofLambda(function, host));
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        Process process = builder.start();
        return new LambdaProcess(process, host, log);
    }

    void awaitSnapshot() {
        await(host.snapshot(), START_MAX);
    }

    /** Goes on from the snapshot, and says how long the hooks took until an event is wanted. */
    Duration restore() {
        long begun = System.nanoTime();
        await(host.restore(), START_MAX);
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    String invoke(byte[] event) {
        return await(host.invoke(new String(event, StandardCharsets.UTF_8)), ANSWER_MAX);
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that lives in the process, as a snapshot of it would hold. */
    Path heapDump(Path file) {
        try {
            Process tool =
                    new ProcessBuilder(
                                    JDK.resolve("bin/jcmd").toString(),
                                    Long.toString(process.pid()),
                                    "GC.heap_dump",
                                    file.toString())
                            .redirectErrorStream(true)
                            .start();
            String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!tool.waitFor(TOOL_MAX.toSeconds(), TimeUnit.SECONDS) || tool.exitValue() != 0) {
                throw new IllegalStateException("No heap dump: " + said);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        ended.orTimeout(ENDED_MAX.toSeconds(), TimeUnit.SECONDS).join();
        host.close();
    }

    private static List<String> command(PackagedFunction function) {
        return List.of(
                JDK.resolve("bin/java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx" + function.heapMegabytes() + "m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                // As on Lambda; without it every hook is silently skipped.
                "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
                // Every process would unpack it to the same file, under the feet of the others.
                "-D" + NATIVE_CLIENT_PROPERTY + "=" + NATIVE_CLIENT,
                "-cp",
                runtimeClassPath(),
                AWSLambda.class.getName(),
                function.handler());
    }

    private static Map<String, String> ofLambda(PackagedFunction function, RuntimeHost host) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("AWS_LAMBDA_RUNTIME_API", host.address());
        variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
        variables.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
        variables.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
        variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "" + function.memoryMegabytes());
        variables.put("LAMBDA_TASK_ROOT", function.zip().folder().toString());
        variables.put("_HANDLER", function.handler());
        variables.put("LANG", "C.UTF-8");
        return variables;
    }

    /** What lies beside the function on Lambda: the runtime and what it is made of. */
    private static String runtimeClassPath() {
        return Stream.of(
                        AWSLambda.class,
                        Context.class,
                        PojoSerializer.class,
                        SdkInternalThreadLocal.class)
                .map(LambdaProcess::jar)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path unpackNativeClient() {
        String machine = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
        String resource = "/jni/libaws-lambda-jni.linux-" + machine + ".so";
        try (InputStream library =
                Objects.requireNonNull(AWSLambda.class.getResourceAsStream(resource))) {
            Path file = Files.createTempFile("libaws-lambda-jni", ".so");
            file.toFile().deleteOnExit();
            Files.copy(library, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String jar(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T await(CompletableFuture<T> future, Duration max) {
        try {
            return future.get(max.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof FunctionFailed failed) {
                throw failed;
            }
            throw new CompletionException(e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("Nothing happened within " + max, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
