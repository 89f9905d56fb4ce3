package dev.halftone.testing;

import dev.halftone.core.asset.WebFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Other people's servers, which remember who was asked, and of which machine. */
public final class InMemoryWeb implements WebFiles {

    private final Map<URI, ByteBuffer> served = new HashMap<>();
    private final Map<URI, Answer> answers = new HashMap<>();
    private final List<Request> requests = new ArrayList<>();

    public synchronized void serve(URI address, byte[] file) {
        served.put(address, ByteBuffer.wrap(file.clone()));
    }

    /** Lets an address answer so. */
    public synchronized void answer(URI address, Answer answer) {
        answers.put(address, answer);
    }

    @Override
    public synchronized Answer get(Request request, Path target) {
        requests.add(request);
        ByteBuffer file = served.get(request.address());
        if (file == null) {
            return answers.getOrDefault(request.address(), new Answer.Missing());
        }
        if (file.remaining() > request.bytesMax()) {
            return new Answer.TooLarge();
        }
        byte[] bytes = new byte[file.remaining()];
        file.duplicate().get(bytes);
        try {
            Files.write(target, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Answer.Stored(bytes.length);
    }

    /** Everything that was asked, oldest first. */
    public synchronized List<Request> requests() {
        return List.copyOf(requests);
    }
}
