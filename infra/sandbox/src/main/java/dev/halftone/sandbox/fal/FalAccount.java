package dev.halftone.sandbox.fal;

/** The caller the provider knows: the key it presents and the user its callbacks are signed for. */
public record FalAccount(String key, String userId) {

    @Override
    public String toString() {
        return "FalAccount[userId=%s, key=[REDACTED]]".formatted(userId);
    }
}
