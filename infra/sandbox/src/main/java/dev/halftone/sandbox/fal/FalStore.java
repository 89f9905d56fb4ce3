package dev.halftone.sandbox.fal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Requests and files in a folder; memory is only the index. */
final class FalStore {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, FalRequest> requests = new ConcurrentHashMap<>();
    private final Path requestFolder;
    private final Path fileFolder;

    FalStore(Path folder, Instant now) throws IOException {
        this.requestFolder = Files.createDirectories(folder.resolve("requests"));
        this.fileFolder = Files.createDirectories(folder.resolve("files"));
        try (Stream<Path> files = Files.list(requestFolder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
                FalRequest request = JSON.readValue(file, FalRequest.class);
                requests.put(request.id(), request);
            }
        }
        for (FalRequest request : List.copyOf(requests.values())) {
            tidy(request, now);
        }
    }

    Collection<FalRequest> all() {
        return List.copyOf(requests.values());
    }

    @Nullable FalRequest find(String id) {
        return requests.get(id);
    }

    void add(FalRequest request) {
        save(request);
        requests.put(request.id(), request);
    }

    @Nullable FalRequest update(String id, UnaryOperator<FalRequest> change) {
        return requests.computeIfPresent(
                id,
                (_, before) -> {
                    FalRequest after = change.apply(before);
                    if (!after.equals(before)) {
                        save(after);
                    }
                    return after;
                });
    }

    void writeFile(String name, byte[] content) throws IOException {
        Files.write(fileFolder.resolve(name), content);
    }

    /** The request whose result was announced under this name. */
    @Nullable FalRequest ofFile(String name) {
        for (FalRequest request : requests.values()) {
            if (request.images().stream().anyMatch(image -> image.file().equals(name))) {
                return request;
            }
        }
        return null;
    }

    /** The file announced under this name, or nothing where it never was or is no more. */
    byte @Nullable [] readFile(String name, Instant now) throws IOException {
        FalRequest request = ofFile(name);
        if (request == null || request.mediaExpired(now)) {
            return null;
        }
        try {
            return Files.readAllBytes(fileFolder.resolve(name));
        } catch (NoSuchFileException gone) {
            return null;
        }
    }

    private void tidy(FalRequest request, Instant now) throws IOException {
        boolean old = request.submittedAt().plus(KEPT).isBefore(now);
        if (old || request.mediaExpired(now)) {
            for (FalImage image : request.images()) {
                Files.deleteIfExists(fileFolder.resolve(image.file()));
            }
        }
        if (old) {
            requests.remove(request.id());
            Files.deleteIfExists(requestFolder.resolve(request.id() + ".json"));
        }
    }

    /** Written aside and moved, so that a stop in between leaves the old state, not half of one. */
    private void save(FalRequest request) {
        try {
            Path aside = requestFolder.resolve(request.id() + ".tmp");
            Files.write(aside, JSON.writeValueAsBytes(request));
            Files.move(
                    aside,
                    requestFolder.resolve(request.id() + ".json"),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
