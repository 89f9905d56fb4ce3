package dev.halftone.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.packaged.planted.EverythingAtInit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Protects the protection: a function that keeps what its start drew, read or saw is noticed. */
class PlantedStartIT {
    private static final PackagedStudio STUDIO = PackagedStudio.get();
    private static final byte[] EVENT = {'{', '}'};
    private static final String SECRET = "a-secret-that-was-read-too-early";

    private static LambdaProcess one = plant("one");
    private static LambdaProcess other = plant("other");
    private static SnapshotHeap heap = new SnapshotHeap(Path.of(""));

    @BeforeAll
    static void snapshots() {
        one.awaitSnapshot();
        other.awaitSnapshot();
        heap = new SnapshotHeap(one.heapDump(STUDIO.folder().resolve("planted.hprof")));
        one.restore();
        other.restore();
    }

    @Test
    void theSecretIsFoundInTheSnapshot() {
        assertThat(heap.holds(List.of(SECRET))).containsExactly(SECRET);
    }

    @Test
    void theIdTheDiceAndTheTimeAreFoundInTheSnapshot() {
        String owner = EverythingAtInit.class.getName();

        assertThat(heap.captured(STUDIO.started()))
                .containsExactlyInAnyOrder(
                        owner + ": java.util.UUID",
                        owner + ": java.util.Random",
                        owner + ": the time of its start");
    }

    @Test
    void theIdIsFoundInTheAnswers() {
        assertThat(Captured.in(one.invoke(EVENT), one.invoke(EVENT), other.invoke(EVENT)))
                .isNotEmpty();
    }

    private static LambdaProcess plant(String copy) {
        String name = EverythingAtInit.class.getName();
        String file = name.replace('.', '/') + ".class";
        Path folder = STUDIO.folder().resolve("planted-" + copy);
        try (InputStream type =
                Objects.requireNonNull(
                        EverythingAtInit.class.getClassLoader().getResourceAsStream(file))) {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.copy(type, folder.resolve(file));
            Files.writeString(folder.resolve("secret.txt"), SECRET);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return STUDIO.start(
                new PackagedFunction("planted", name, 256, new FunctionZip(folder)), Map.of());
    }
}
