package dev.halftone.profiles;

import dev.halftone.core.catalogue.Catalogue;
import dev.halftone.core.catalogue.Loss;
import dev.halftone.lambda.ProfileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
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

    private static final System.Logger LOG = System.getLogger(CompileProfiles.class.getName());
    private static final String SOURCE_SUFFIX = ".yaml";

    private CompileProfiles() {}

    /** Sources, target, and the moment of the build. */
    public static void main(String[] arguments) {
        LocalDate today = LocalDate.ofInstant(Instant.parse(arguments[2]), ZoneOffset.UTC);
        compile(Path.of(arguments[0]), Path.of(arguments[1]), today)
                .forEach(warning -> LOG.log(System.Logger.Level.WARNING, warning));
    }

    /**
     * Compiles every profile of {@code sources}; throws naming the file and every error in it.
     *
     * @return what an operator should know of those that are right: every way to a model that is
     *     closed because it would lose money, and every provider whose terms nobody has read for
     *     long, as of {@code today}
     */
    static List<String> compile(Path sources, Path target, LocalDate today) {
        List<String> warnings = new ArrayList<>();
        try (Stream<Path> files = Files.list(sources)) {
            List<Path> profiles =
                    files.filter(file -> file.toString().endsWith(SOURCE_SUFFIX)).toList();
            if (profiles.isEmpty()) {
                throw new IllegalArgumentException("No profile in " + sources);
            }
            Files.createDirectories(target);
            for (Path profile : profiles) {
                warnings.addAll(compileOne(profile, target, today));
            }
            return warnings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> compileOne(Path source, Path target, LocalDate today)
            throws IOException {
        String fileName = source.getFileName().toString();
        String name = fileName.substring(0, fileName.length() - SOURCE_SUFFIX.length());
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Object content = new Yaml(new SafeConstructor(options)).load(Files.readString(source));
        byte[] json = new JsonMapper().writeValueAsBytes(content);
        Catalogue catalogue;
        try {
            catalogue = ProfileReader.parse(name, json).catalogue();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(fileName + ": " + e.getMessage(), e);
        }
        Files.write(target.resolve(name + ".json"), json);
        return Stream.concat(
                        catalogue.losses().stream()
                                .map(loss -> loss.text() + closed(catalogue, loss)),
                        unread(catalogue, today))
                .map(warning -> fileName + ": " + warning)
                .toList();
    }

    private static Stream<String> unread(Catalogue catalogue, LocalDate today) {
        return catalogue.providers().values().stream()
                .filter(provider -> provider.terms().isStale(today))
                .map(
                        provider ->
                                "the terms of %s were last read on %s: %s"
                                        .formatted(
                                                provider.name(),
                                                provider.terms().verified(),
                                                provider.terms().url()))
                .sorted();
    }

    private static String closed(Catalogue catalogue, Loss loss) {
        return catalogue.isWithdrawn(loss.model())
                ? "; the model is not on offer"
                : "; this way is closed";
    }
}
