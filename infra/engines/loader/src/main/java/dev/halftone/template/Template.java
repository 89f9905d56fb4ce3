package dev.halftone.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One template file as written: intrinsics unevaluated, resources in the order of the file. */
public final class Template {
    private static final String REPOSITORY = "repository.txt";

    private final Path file;
    private final Map<String, Object> sections;
    private final Map<String, Resource> resources;

    private Template(Path file, Map<String, Object> sections) {
        this.file = file;
        this.sections = sections;
        this.resources = resources(sections);
    }

    public static Template read(Path file) {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return new Template(file, TemplateYaml.parse(reader));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A template named relative to this one, as nested stacks are. */
    Template sibling(String path) {
        return read(file.resolveSibling(path));
    }

    /** A template of this repository, wherever a test or the local stack was started. */
    public static Template inRepository(String path) {
        return read(repository().resolve(path));
    }

    /** The repository's root, which Maven wrote into a resource. */
    public static Path repository() {
        try (InputStream location = Template.class.getResourceAsStream(REPOSITORY)) {
            if (location == null) {
                throw new IllegalStateException("The resource " + REPOSITORY + " is missing");
            }
            String text = new String(location.readAllBytes(), StandardCharsets.UTF_8);
            return Path.of(text.strip()).normalize();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path file() {
        return file;
    }

    public List<Resource> resources(String type) {
        return resources.values().stream().filter(r -> r.type().equals(type)).toList();
    }

    public @Nullable Resource resource(String logicalId) {
        return resources.get(logicalId);
    }

    /** The part of a section that has this name: a parameter, a condition, an output. */
    @Nullable Object entry(String section, String name) {
        return Values.map(sections.getOrDefault(section, Map.of()), section).get(name);
    }

    /** A whole section, empty if the template has none. */
    public Map<String, Object> section(String name) {
        return Values.map(sections.getOrDefault(name, Map.of()), name);
    }

    private static Map<String, Resource> resources(Map<String, Object> sections) {
        Map<String, Resource> resources = new LinkedHashMap<>();
        Map<String, Object> all = Values.map(sections.getOrDefault("Resources", Map.of()), "");
        all.forEach(
                (logicalId, value) -> {
                    Map<String, Object> body = Values.map(value, logicalId);
                    String type = Values.text(body.getOrDefault("Type", ""), logicalId);
                    Object properties = body.getOrDefault("Properties", Map.of());
                    resources.put(
                            logicalId,
                            new Resource(logicalId, type, Values.map(properties, logicalId)));
                });
        return resources;
    }
}
