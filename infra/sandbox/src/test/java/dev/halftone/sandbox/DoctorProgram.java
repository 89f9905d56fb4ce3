package dev.halftone.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javax.tools.ToolProvider;

/** The very program that the operator's command starts, compiled as it is. */
final class DoctorProgram {
    private static final Path SOURCE = Path.of("../operate/Doctor.java");
    private static final String NAME = "Doctor";

    private final Method run;

    private DoctorProgram(Method run) {
        this.run = run;
    }

    /** What it ends with, and its lines. */
    record Result(int code, List<String> lines) {}

    static DoctorProgram compiled(Path folder) throws ReflectiveOperationException, IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        String[] options = {
            "--release", "17", "-Xlint:all", "-Werror", "-d", folder + "", SOURCE + ""
        };
        if (ToolProvider.getSystemJavaCompiler().run(null, said, said, options) != 0) {
            throw new AssertionError("It does not compile for JDK 17: " + said.toString(UTF_8));
        }
        URL[] path = {folder.toUri().toURL()};
        Method run =
                Class.forName(
                                NAME,
                                true,
                                new URLClassLoader(path, ClassLoader.getPlatformClassLoader()))
                        .getDeclaredMethod(
                                "run",
                                String[].class,
                                String.class,
                                Instant.class,
                                PrintStream.class);
        run.setAccessible(true);
        return new DoctorProgram(run);
    }

    Result of(URI ours, URI stripe, String key, Instant now) throws ReflectiveOperationException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String[] arguments = {ours + "", stripe + "", "/halftone/local/payments/stripe-webhook"};
        int code = (int) run.invoke(null, arguments, key, now, new PrintStream(out, true, UTF_8));
        return new Result(code, out.toString(UTF_8).lines().toList());
    }
}
