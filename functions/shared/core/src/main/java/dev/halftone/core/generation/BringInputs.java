package dev.halftone.core.generation;

import dev.halftone.core.TemporaryFile;
import dev.halftone.core.asset.AssetKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Has the files at hand from which a generation is made, for as long as one call lasts. A provider
 * gets the files themselves: an address of ours would tell it whose they are.
 */
public final class BringInputs {

    private final InputFiles files;

    public BringInputs(InputFiles files) {
        this.files = files;
    }

    /** What one call brings along; it is gone with the call. */
    static final class Brought implements AutoCloseable {

        private final List<ProviderInput> inputs = new ArrayList<>();

        List<ProviderInput> inputs() {
            return List.copyOf(inputs);
        }

        private Path add(Input input) {
            Path file = TemporaryFile.create();
            inputs.add(new ProviderInput(input.role(), input.type().contentType(), file));
            return file;
        }

        @Override
        public void close() {
            inputs.forEach(input -> TemporaryFile.delete(input.file()));
        }
    }

    /**
     * What a generation is made from; empty if its owner has removed something of it.
     *
     * @throws dev.halftone.core.TransientFailure if nobody can say now
     */
    Optional<Brought> open(Generation generation) {
        Brought brought = new Brought();
        boolean whole = false;
        try {
            whole =
                    generation.request().settings().inputs().stream()
                            .allMatch(
                                    input ->
                                            files.fetch(
                                                    AssetKey.original(
                                                            generation.owner(),
                                                            input.asset(),
                                                            input.type()),
                                                    brought.add(input)));
        } finally {
            if (!whole) {
                brought.close();
            }
        }
        return whole ? Optional.of(brought) : Optional.empty();
    }
}
