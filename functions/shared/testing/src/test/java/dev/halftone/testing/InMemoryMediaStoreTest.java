package dev.halftone.testing;

import dev.halftone.core.generation.MediaStore;
import dev.halftone.core.generation.ObjectKey;
import java.net.URI;
import java.nio.charset.StandardCharsets;

class InMemoryMediaStoreTest extends MediaStoreContract {

    private final InMemoryMediaStore store = new InMemoryMediaStore();

    @Override
    protected MediaStore store() {
        return store;
    }

    @Override
    protected Opened open(URI link) {
        ObjectKey key = new ObjectKey(link.getPath().substring(1));
        String query = link.getQuery();
        int download = query.indexOf("&download=");
        String disposition =
                download < 0
                        ? ""
                        : "attachment; filename=\""
                                + query.substring(download + "&download=".length())
                                + "\"";
        return store.find(key)
                .map(
                        object ->
                                new Opened(
                                        200,
                                        object.contentType(),
                                        disposition,
                                        new String(object.bytes(), StandardCharsets.UTF_8)))
                .orElse(new Opened(404, "", "", ""));
    }
}
