package dev.halftone.core.catalogue;

/**
 * The name of a model that its provider has ended. Who asks for it gets the model that took its
 * place, at that model's price.
 *
 * @param note says so, to people
 */
public record Alias(String id, String model, String note) {

    public Alias {
        if (id.isBlank() || model.isBlank() || note.isBlank()) {
            throw new IllegalArgumentException("An alias says what it stands for, and why");
        }
    }
}
