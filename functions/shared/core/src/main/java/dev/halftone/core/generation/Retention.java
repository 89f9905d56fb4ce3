package dev.halftone.core.generation;

import dev.halftone.core.generation.Receipt.Manner;
import dev.halftone.core.generation.Receipt.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long a provider keeps what it has of our work, as its documentation says.
 *
 * @param order of the words, the files that came with them, and what was chosen
 * @param result of the files that it made
 * @param erasure how it is asked to erase; {@code null} if nothing of it is erasable
 */
public record Retention(Keeping order, Keeping result, Provider.@Nullable Erasure erasure) {

    /** For a provider that says nothing. */
    public static final Retention UNDECLARED =
            new Retention(new Keeping.Undeclared(), new Keeping.Undeclared(), null);

    /** How long one part is kept. */
    public sealed interface Keeping {

        /** No longer than the work takes. */
        record NotKept() implements Keeping {}

        /** For a time after the work is done. */
        record Expires(Duration after) implements Keeping {}

        /** Until we have it erased. */
        record Erasable() implements Keeping {}

        /** It does not say. */
        record Undeclared() implements Keeping {}
    }

    public Retention {
        boolean erasable = order instanceof Keeping.Erasable || result instanceof Keeping.Erasable;
        if (erasable != (erasure != null)) {
            throw new IllegalArgumentException("What is erasable needs a way to erase it");
        }
    }

    /** Of a provider that keeps parts that nobody can erase. */
    public static Retention of(Keeping order, Keeping result) {
        return new Retention(order, result, null);
    }

    /** Of a provider that erases both parts in one call. */
    public static Retention erasedBy(Provider.Erasure erasure) {
        return new Retention(new Keeping.Erasable(), new Keeping.Erasable(), erasure);
    }

    /**
     * The receipts of work that ended.
     *
     * @param erased how the erasure of what is erasable went
     * @param erasedAt when it did
     */
    List<Receipt> receipts(String provider, Instant endedAt, Manner erased, Instant erasedAt) {
        return List.of(
                receipt(order, endedAt, new Receipt(provider, Part.ORDER, erased, erasedAt)),
                receipt(result, endedAt, new Receipt(provider, Part.RESULT, erased, erasedAt)));
    }

    private static Receipt receipt(Keeping keeping, Instant endedAt, Receipt erased) {
        String provider = erased.provider();
        Part part = erased.part();
        return switch (keeping) {
            case Keeping.NotKept _ -> new Receipt(provider, part, Manner.NOT_KEPT, endedAt);
            case Keeping.Expires expires ->
                    new Receipt(provider, part, Manner.EXPIRES, endedAt.plus(expires.after()));
            case Keeping.Erasable _ -> erased;
            case Keeping.Undeclared _ -> new Receipt(provider, part, Manner.UNDECLARED, endedAt);
        };
    }
}
