package dev.halftone.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Protects: the same sources make the same zip, and no zip grows unnoticed. */
class ZipIT {
    // The smallest of all; the others are assembled by the same description.
    private static final String REBUILT = "site";

    @TempDir private static Path temporary = Path.of("");
    private static SecondBuild second = new SecondBuild(Path.of(""));
    private static SecondBuild.Ended built = new SecondBuild.Ended(-1, "");

    static Set<String> functions() {
        return PackagedStudio.get().functions();
    }

    @BeforeAll
    static void buildAgain() throws IOException, InterruptedException {
        second = SecondBuild.copy(temporary.resolve("sources"));
        // Their tests ran in the first build; what is compared here is what is packed.
        built = second.maven("-pl", "functions/" + REBUILT, "-am", "-DskipTests", "package");
    }

    @Test
    void aSecondBuildElsewhereMakesTheSameZip() throws IOException {
        assertThat(built.exitCode()).as(built.output()).isZero();
        assertThat(Files.mismatch(zip(REBUILT), second.zip(REBUILT))).isEqualTo(-1);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void noEntryCarriesTheTimeOfItsBuild(String function) throws IOException {
        assertThat(ZipTimes.others(zip(function), fixedTime(), "SNAPSHOT")).isEmpty();
    }

    // Protects the protection.
    @Test
    void anEntryThatCarriesTheTimeOfItsBuildIsFound() throws IOException {
        Path zip = temporary.resolve("planted.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("planted.class"));
        }

        assertThat(ZipTimes.others(zip, fixedTime(), "SNAPSHOT"))
                .singleElement()
                .asString()
                .startsWith("planted.class");
    }

    // Protects the protection: the same zip against a budget that it exceeds.
    @Test
    void aZipAboveItsBudgetFailsTheBuild() throws IOException, InterruptedException {
        SecondBuild.Ended ended =
                second.maven(
                        "-pl",
                        "functions/" + REBUILT,
                        "-Dlambda-zip.bytes-max=1000000",
                        "enforcer:enforce@zip-budget");

        assertThat(ended.exitCode()).as(ended.output()).isNotZero();
        assertThat(ended.output()).contains("lambda.zip").contains("1000000");
    }

    @ParameterizedTest
    @MethodSource("functions")
    void everyFunctionHasABudgetNearItsSize(String function) throws IOException {
        String pom = Files.readString(module(function).resolve("pom.xml"));
        Matcher budget =
                Pattern.compile("<lambda-zip.bytes-max>(\\d+)</lambda-zip.bytes-max>").matcher(pom);

        assertThat(budget.find()).isTrue();
        assertThat(Long.parseLong(budget.group(1)))
                .isBetween(Files.size(zip(function)), Files.size(zip(function)) * 12 / 10);
        assertThat(pom).contains("<id>zip-budget</id>");
    }

    /** The time that the root POM gives to every entry. */
    private static LocalDateTime fixedTime() throws IOException {
        String pom = Files.readString(Template.repository().resolve("pom.xml"));
        Matcher time =
                Pattern.compile(
                                "<project.build.outputTimestamp>(.+)</project.build.outputTimestamp>")
                        .matcher(pom);
        assertThat(time.find()).isTrue();
        return LocalDateTime.ofInstant(Instant.parse(time.group(1)), ZoneOffset.UTC);
    }

    private static Path zip(String function) {
        return module(function).resolve("target/lambda.zip");
    }

    private static Path module(String function) {
        return Template.repository().resolve("functions").resolve(function);
    }
}
