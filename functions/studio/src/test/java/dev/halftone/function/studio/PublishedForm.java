package dev.halftone.function.studio;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.halftone.testing.EventFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What programs are told of the form of a storyboard, read as they read it. */
final class PublishedForm {
    private static final String FILE = "functions/site/src/main/resources/schema/storyboard.json";
    private static final Schema STORYBOARD = load();

    private PublishedForm() {}

    /** Each by its place and in words; none if the answer is what was promised. */
    static List<String> faults(JsonNode storyboard) {
        return STORYBOARD
                .validate(
                        storyboard.toString(),
                        InputFormat.JSON,
                        context ->
                                context.executionConfig(
                                        config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(fault -> fault.getInstanceLocation() + " " + fault.getMessage())
                .toList();
    }

    private static Schema load() {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(
                            SchemaLocation.of("https://halftone.example/schema/storyboard.json"),
                            Files.readString(EventFile.repository().resolve(FILE)),
                            InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
