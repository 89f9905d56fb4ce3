package dev.halftone.packaged;

import dev.halftone.template.Template;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A copy of the sources in another folder, where every file is of another time, to build again. */
record SecondBuild(Path folder) {
    private static final Duration BUILD_MAX = Duration.ofMinutes(4);
    private static final Set<String> NOT_SOURCES = Set.of("target", ".git", ".halftone");

    /** How a build ended, with what it printed. */
    record Ended(int exitCode, String output) {}

    static SecondBuild copy(Path folder) throws IOException {
        Path repository = Template.repository();
        Files.walkFileTree(
                repository,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path directory, BasicFileAttributes attributes) throws IOException {
                        if (NOT_SOURCES.contains(directory.getFileName().toString())) {
                            return FileVisitResult.SKIP_SUBTREE;
                        }
                        Files.createDirectories(folder.resolve(repository.relativize(directory)));
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Path copy = folder.resolve(repository.relativize(file));
                        Files.copy(file, copy);
                        boolean program = file.toFile().canExecute();
                        if (program && !copy.toFile().setExecutable(true)) {
                            throw new IOException("Cannot make " + copy + " executable");
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        return new SecondBuild(folder);
    }

    /** Runs Maven, without the network: the first build has fetched everything. */
    Ended maven(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("./mvnw", "-q", "-o", "-Dquick"));
        command.addAll(List.of(arguments));
        File output = Files.createTempFile("second-build", ".log").toFile();
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output)
                        .start();
        if (!process.waitFor(BUILD_MAX.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("The second build took longer than " + BUILD_MAX);
        }
        return new Ended(process.exitValue(), Files.readString(output.toPath()));
    }

    Path zip(String function) {
        return folder.resolve("functions/" + function + "/target/lambda.zip");
    }
}
