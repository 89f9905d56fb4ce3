package dev.halftone.core.generation;

/**
 * Marks whose change a stored revision is. If the answer to a conditional write is lost and the
 * client repeats it, the repetition fails its own condition; the claim tells "I won" from "somebody
 * else did".
 */
public record Claim(String value) {

    public Claim {
        if (value.isBlank() || value.length() > 200) {
            throw new IllegalArgumentException("Not a claim");
        }
    }
}
