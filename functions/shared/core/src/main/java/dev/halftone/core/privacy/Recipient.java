package dev.halftone.core.privacy;

import java.util.Set;

/** Who gets data from Halftone. */
public enum Recipient {
    /** Tells us who signs in. */
    GOOGLE("Google"),
    /** Tells us who signs in. */
    GITHUB("GitHub"),
    /** Tells the page who signs in; we ask it for its keys only. */
    CLERK("Clerk"),
    /** Tells the page who signs in; we ask it for its keys only. */
    FIREBASE("Firebase"),
    /** Runs models. */
    FAL("fal.ai"),
    /** Runs models. */
    GMI("GMI Cloud"),
    /** Runs models. */
    HEDRA("Hedra"),
    /** Runs models of its own. */
    LUMA("Luma"),
    /** Runs models of its own: Luma's older API. */
    DREAM_MACHINE("Luma Dream Machine"),
    /** Runs models of its own. */
    OPENAI("OpenAI"),
    /** Runs models of its own, for developers. */
    GEMINI("Google Gemini API"),
    /** Runs the same models, under the terms that companies have. */
    VERTEX("Google Cloud"),
    /** Runs the language model that the operator has chosen. */
    LANGUAGE_MODEL("CoreWeave"),
    /** Has a file that a person wants to use, and learns which; not who. */
    NAMED_HOST("the host in an address that a person gives"),
    /** Delivers letters, in the operator's own account. */
    MAIL("Amazon SES"),
    /** Judges words. */
    MODERATION("OpenAI moderation"),
    /** Takes payments; who pays, and by what, people tell it themselves. */
    STRIPE("Stripe");

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
            case GITHUB -> Set.of("github.com");
            case CLERK -> Set.of("clerk.halftone.example");
            case FIREBASE -> Set.of("securetoken.google.com");
            case FAL -> Set.of("queue.fal.run", "rest.fal.ai");
            case GMI -> Set.of("console.gmicloud.ai");
            case OPENAI -> Set.of("api.openai.com");
            case GEMINI -> Set.of("generativelanguage.googleapis.com");
            case VERTEX -> Set.of("aiplatform.googleapis.com");
            case HEDRA -> Set.of("api.hedra.com");
            case LUMA -> Set.of("agents.lumalabs.ai");
            case LANGUAGE_MODEL -> Set.of("api.inference.wandb.ai");
            case MODERATION -> Set.of("api.openai.com");
            case DREAM_MACHINE -> Set.of("api.lumalabs.ai");
            case STRIPE -> Set.of("api.stripe.com");
            case NAMED_HOST, MAIL -> Set.of();
        };
    }
}
