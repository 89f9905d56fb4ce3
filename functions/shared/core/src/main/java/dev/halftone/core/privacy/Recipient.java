package dev.halftone.core.privacy;

import java.util.Set;

/** Who gets data from Halftone. */
public enum Recipient {
    /** Tells us who signs in. */
    GOOGLE("Google"),
    /** Runs models. */
    FAL("fal.ai"),
    /** Runs models. */
    GMI("GMI Cloud");

    private final String title;

    Recipient(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** Where it is called; what answers there may name further hosts of its own. */
    public Set<String> hosts() {
        return switch (this) {
            case GOOGLE -> Set.of("accounts.google.com");
            case FAL -> Set.of("queue.fal.run", "rest.fal.ai");
            case GMI -> Set.of("console.gmicloud.ai");
        };
    }
}
