package dev.halftone.sandbox;

import dev.halftone.sandbox.creem.Creem;
import dev.halftone.sandbox.http.Handler;
import dev.halftone.sandbox.stripe.Stripe;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The payment processors whose keys are known. */
final class Processors implements AutoCloseable {

    private final SandboxConfig config;
    private final URI base;
    private final @Nullable Stripe stripe;
    private final @Nullable Creem creem;

    Processors(SandboxConfig config, URI base) {
        this.config = config;
        this.base = base;
        this.stripe = config.optional("payments/stripe").map(this::openStripe).orElse(null);
        this.creem = config.optional("payments/creem").map(this::openCreem).orElse(null);
    }

    private Stripe openStripe(String key) {
        return new Stripe(
                new Stripe.Account(key, List.of(secrets("stripe")), webhook("stripe")),
                URI.create(base + "/stripe"),
                config.state().resolve("stripe"),
                config.clock(),
                config.pace());
    }

    private Creem openCreem(String key) {
        return new Creem(
                new Creem.Account(key, secrets("creem")[0], webhook("creem")),
                URI.create(base + "/creem"),
                config.clock(),
                config.pace());
    }

    private String[] secrets(String processor) {
        return config.optional("payments/" + processor + "-webhook").orElse("").split(" ", -1);
    }

    private URI webhook(String processor) {
        return config.allowedRedirectPrefixes()
                .iterator()
                .next()
                .resolve("/v1/webhooks/" + processor);
    }

    Map<String, Handler> handlers() {
        Map<String, Handler> handlers = new HashMap<>();
        if (stripe != null) {
            handlers.put("stripe", stripe);
        }
        if (creem != null) {
            handlers.put("creem", creem);
        }
        return handlers;
    }

    Stripe stripe() {
        return Objects.requireNonNull(stripe, "No key of payments/stripe");
    }

    Creem creem() {
        return Objects.requireNonNull(creem, "No key of payments/creem");
    }

    @Override
    public void close() {
        if (stripe != null) {
            stripe.close();
        }
        if (creem != null) {
            creem.close();
        }
    }
}
