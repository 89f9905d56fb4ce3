package dev.halftone.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The very file that people run, compiled for the oldest JDK that it promises to need. */
public final class Program {
    /** From its own folder, or from that of another module beside it. */
    static final Path SOURCE =
            Stream.of("VerifyStatement.java", "../verify/VerifyStatement.java")
                    .map(Path::of)
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow()
                    .toAbsolutePath()
                    .normalize();

    private static final Program AS_IT_IS = compiled(text -> text);
    private static final String NAME = "VerifyStatement";

    private final Constructor<?> made;
    private final Method verify;

    private Program(Class<?> program) throws NoSuchMethodException {
        made = program.getDeclaredConstructor();
        made.setAccessible(true);
        verify = program.getDeclaredMethod("verify", byte[].class, byte[].class, PrintStream.class);
        verify.setAccessible(true);
    }

    /** What the program says, and what it ends with. */
    public record Verdict(int code, String words) {
        public List<String> lines() {
            return words.lines().toList();
        }
    }

    public static Verdict check(byte[] statement, byte @Nullable [] roots) {
        return AS_IT_IS.verdict(statement, roots);
    }

    Verdict verdict(byte[] statement, byte @Nullable [] roots) {
        ByteArrayOutputStream words = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(words, true, StandardCharsets.UTF_8);
        try {
            int code = (int) verify.invoke(made.newInstance(), statement, roots, out);
            return new Verdict(code, words.toString(StandardCharsets.UTF_8));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("The program threw", e);
        }
    }

    /** The program with something changed in it, for tests of the tests. */
    static Program compiled(UnaryOperator<String> change) {
        try {
            Path folder = Files.createTempDirectory("verify-statement");
            Path source = folder.resolve(NAME + ".java");
            Files.writeString(source, change.apply(Files.readString(SOURCE)));
            String[] options = {
                "--release", "17", "-Xlint:all", "-Werror", "-cp", folder.toString(), "-d"
            };
            List<String> arguments = new ArrayList<>(List.of(options));
            arguments.add(folder.toString());
            arguments.add(source.toString());
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            int result =
                    ToolProvider.getSystemJavaCompiler()
                            .run(null, said, said, arguments.toArray(String[]::new));
            if (result != 0) {
                throw new AssertionError("It does not compile for JDK 17: " + said);
            }
            URL[] path = {folder.toUri().toURL()};
            return new Program(Class.forName(NAME, true, new URLClassLoader(path, null)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("The program is not as it was", e);
        }
    }
}
