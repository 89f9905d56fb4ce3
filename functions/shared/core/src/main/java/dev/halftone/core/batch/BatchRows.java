package dev.halftone.core.batch;

import dev.halftone.core.SigningKey;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.Generations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How the rows of a batch stand, with the generations they became. */
public final class BatchRows {

    // As many as one read of the store brings.
    private static final int AT_ONCE = 100;

    private final Generations generations;

    public BatchRows(Generations generations) {
        this.generations = generations;
    }

    /**
     * One row.
     *
     * @param generation the last one that was begun for it; {@code null} if none was
     */
    public record Row(int number, Mark mark, @Nullable Generation generation) {}

    /** All of them, in order. */
    public List<Row> read(Batch batch, SigningKey key) {
        List<Row> rows = new ArrayList<>();
        for (int from = 1; from <= batch.sheet().rows(); from += AT_ONCE) {
            int to = Math.min(from + AT_ONCE - 1, batch.sheet().rows());
            rows.addAll(read(batch, key, from, to));
        }
        return rows;
    }

    private List<Row> read(Batch batch, SigningKey key, int from, int to) {
        Map<Integer, GenerationId> ids = new HashMap<>();
        IntStream.rangeClosed(from, to)
                .filter(row -> mayHaveOne(batch.marks().of(row)))
                .forEach(row -> ids.put(row, generation(batch, row, key)));
        Map<GenerationId, Generation> found = new HashMap<>();
        if (!ids.isEmpty()) {
            generations
                    .all(List.copyOf(ids.values()))
                    .forEach(generation -> found.put(generation.id(), generation));
        }
        return IntStream.rangeClosed(from, to)
                .mapToObj(row -> new Row(row, batch.marks().of(row), found.get(ids.get(row))))
                .toList();
    }

    private static boolean mayHaveOne(Mark mark) {
        return switch (mark) {
            case RUNNING, MADE, FAILED -> true;
            case WAITING, BAD, REFUSED, SKIPPED -> false;
        };
    }

    static GenerationId generation(Batch batch, int row, SigningKey key) {
        return GenerationId.derive(
                key, batch.origin().owner(), batch.id().ofRow(row, batch.marks().tries(row)));
    }
}
