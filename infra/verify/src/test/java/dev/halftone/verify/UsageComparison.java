package dev.halftone.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The very program that compares a provider's usage with our record, compiled as it is. */
final class UsageComparison {
    private static final String NAME = "CompareUsage";
    private static final Path SOURCE = Path.of("../operate/CompareUsage.java");

    private final Method run;

    private UsageComparison(Method run) {
        this.run = run;
    }

    /** What it ends with, the differences below the header, and what it says beside them. */
    record Result(int code, List<String> differences, String words) {}

    /** The program with something changed in it, for tests of the tests. */
    static UsageComparison compiled(UnaryOperator<String> change) {
        try {
            Path folder = Files.createTempDirectory("compare-usage");
            Path source = folder.resolve(NAME + ".java");
            Files.writeString(source, change.apply(Files.readString(SOURCE)));
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            String[] options = {
                "--release",
                "17",
                "-Xlint:all",
                "-Werror",
                "-cp",
                folder + "",
                "-d",
                folder + "",
                source + ""
            };
            if (ToolProvider.getSystemJavaCompiler().run(null, said, said, options) != 0) {
                throw new AssertionError("It does not compile for JDK 17: " + said);
            }
            URL[] path = {folder.toUri().toURL()};
            Method run =
                    Class.forName(NAME, true, new URLClassLoader(path, null))
                            .getDeclaredMethod(
                                    "run", String[].class, PrintStream.class, PrintStream.class);
            run.setAccessible(true);
            return new UsageComparison(run);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("The program is not as it was", e);
        }
    }

    Result of(Path ours, Path usage, String... options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] arguments =
                Stream.concat(Stream.of("fal", ours + "", usage + ""), Stream.of(options))
                        .toArray(String[]::new);
        try {
            int code = (int) run.invoke(null, arguments, stream(out), stream(err));
            List<String> lines = out.toString(StandardCharsets.UTF_8).lines().skip(1).toList();
            return new Result(code, lines, err.toString(StandardCharsets.UTF_8).strip());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("The program threw", e);
        }
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
