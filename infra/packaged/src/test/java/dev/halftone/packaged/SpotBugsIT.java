package dev.halftone.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.packaged.planted.EverythingAtInit;
import dev.halftone.template.Template;
import edu.umd.cs.findbugs.BugInstance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Protects: what is deployed has no known bug pattern, and no handler keeps chance or dates. */
class SpotBugsIT {
    private static final Path REPOSITORY = Template.repository();
    // One pass over everything: starting the detectors costs more than the classes do.
    private static final List<BugInstance> FOUND = find();

    @Test
    void noHandlerKeepsWhatASnapshotMustNotHold() {
        assertThat(ofDeployedClasses())
                .filteredOn(bug -> bug.getType().equals(SpotBugs.SNAPSHOT))
                .isEmpty();
    }

    @Test
    void nothingDeployedHasAKnownBugPattern() {
        assertThat(ofDeployedClasses()).extracting(BugInstance::getMessage).isEmpty();
    }

    // Protects the protection.
    @Test
    void aHandlerThatKeepsThemIsFound() {
        assertThat(FOUND)
                .filteredOn(SpotBugsIT::isPlanted)
                .extracting(BugInstance::getType)
                .contains(SpotBugs.SNAPSHOT);
    }

    private static List<BugInstance> ofDeployedClasses() {
        return FOUND.stream().filter(bug -> !isPlanted(bug)).toList();
    }

    private static boolean isPlanted(BugInstance bug) {
        return bug.getPrimaryClass().getClassName().equals(EverythingAtInit.class.getName());
    }

    private static List<BugInstance> find() {
        List<Path> classes = new ArrayList<>(deployedClasses());
        assertThat(classes).hasSizeGreaterThan(PackagedStudio.get().functions().size());
        classes.add(
                REPOSITORY.resolve(
                        "infra/packaged/target/test-classes/"
                                + EverythingAtInit.class.getName().replace('.', '/')
                                + ".class"));
        return SpotBugs.find(classes, REPOSITORY.resolve("infra/build/spotbugs-exclude.xml"));
    }

    private static List<Path> deployedClasses() {
        try (Stream<Path> folders = Files.walk(REPOSITORY.resolve("functions"), 4)) {
            return folders.filter(folder -> folder.endsWith("target/classes"))
                    .filter(folder -> !folder.toString().contains("/testing/"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
