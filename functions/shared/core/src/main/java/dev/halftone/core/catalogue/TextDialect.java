package dev.halftone.core.catalogue;

/**
 * In which words the endpoint of a language model takes what others say otherwise.
 *
 * @param output how it is told the form of the answer
 * @param limit what it calls the limit of how much may be written
 */
public record TextDialect(Output output, Limit limit) {

    /** How the form of the answer is said. */
    public enum Output {
        /** The endpoint itself holds the model to a schema. */
        JSON_SCHEMA,
        /** It only sees to it that the answer is JSON; the schema is part of the instructions. */
        JSON_OBJECT
    }

    /** Names of one number. */
    public enum Limit {
        /** What almost every endpoint understands. */
        MAX_TOKENS,
        /** What OpenAI's own models want. */
        MAX_COMPLETION_TOKENS
    }
}
