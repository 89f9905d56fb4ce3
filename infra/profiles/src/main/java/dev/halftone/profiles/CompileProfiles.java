package dev.halftone.profiles;

import dev.halftone.lambda.ProfileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns each {@code <name>.yaml} into {@code <name>.json} and reads it as a function would, so that
 * a profile with an error fails the build and not a deployment.
 */
public final class CompileProfiles {

    private static final String SOURCE_SUFFIX = ".yaml";

    private CompileProfiles() {}

    public static void main(String[] arguments) {
        compile(Path.of(arguments[0]), Path.of(arguments[1]));
    }

    /** Compiles every profile of {@code sources}; throws naming the file and every error in it. */
    static void compile(Path sources, Path target) {
        try (Stream<Path> files = Files.list(sources)) {
            List<Path> profiles =
                    files.filter(file -> file.toString().endsWith(SOURCE_SUFFIX)).toList();
            if (profiles.isEmpty()) {
                throw new IllegalArgumentException("No profile in " + sources);
            }
            Files.createDirectories(target);
            for (Path profile : profiles) {
                compileOne(profile, target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compileOne(Path source, Path target) throws IOException {
        String fileName = source.getFileName().toString();
        String name = fileName.substring(0, fileName.length() - SOURCE_SUFFIX.length());
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Object content = new Yaml(new SafeConstructor(options)).load(Files.readString(source));
        byte[] json = new JsonMapper().writeValueAsBytes(content);
        try {
            ProfileReader.parse(name, json);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(fileName + ": " + e.getMessage(), e);
        }
        Files.write(target.resolve(name + ".json"), json);
    }
}
