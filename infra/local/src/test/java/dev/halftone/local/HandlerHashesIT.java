package dev.halftone.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.Digest;
import dev.halftone.template.Resource;
import dev.halftone.template.Template;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** Protects: what runs on one machine are the very handler classes that Lambda is given. */
class HandlerHashesIT {
    @Test
    void areThoseOfThePackages() throws IOException {
        Path repository = Template.repository();
        List<Resource> functions =
                Template.read(repository.resolve("template.yaml"))
                        .resources("AWS::Serverless::Function");

        assertThat(functions).hasSizeGreaterThanOrEqualTo(7);
        for (Resource function : functions) {
            String handler = text(function, "Handler");
            Path archive = repository.resolve(text(function, "CodeUri"));
            assertThat(packaged(archive, handler)).startsWith(HandlerHashes.hash(handler));
        }
    }

    private static String text(Resource function, String property) {
        return Objects.requireNonNull(function.properties().get(property)).toString();
    }

    private static String packaged(Path archive, String className) throws IOException {
        String entry = className.replace('.', '/') + ".class";
        try (ZipFile zip = new ZipFile(archive.toFile());
                InputStream in = zip.getInputStream(zip.getEntry(entry))) {
            return Digest.sha256Hex(in.readAllBytes());
        }
    }
}
