package dev.halftone.sandbox.stripe;

import dev.halftone.sandbox.http.Exchange;
import dev.halftone.sandbox.work.Key;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The API as callers see it: key, version, idempotency, errors. */
final class StripeApi {

    private static final int KEY_CHARACTERS_MAX = 255;

    private final Office office;
    private final Resources resources;
    private final Key key;
    private final Map<String, Told> told = new HashMap<>();

    StripeApi(Office office, Resources resources, String key) {
        this.office = office;
        this.resources = resources;
        this.key = new Key("Bearer", key);
    }

    /** What a key was used for, and the answer. */
    private record Told(String call, Map<String, String> fields, int status, ObjectNode body) {}

    /**
     * @param path from {@code v1/} on
     */
    void handle(Exchange exchange, String path) throws IOException {
        try {
            if (office.isDown()) {
                throw Refusal.down();
            }
            check(exchange);
            Fields fields =
                    new Fields((isPost(exchange) ? exchange.form() : exchange.query()).values());
            answer(exchange, path, fields);
        } catch (Refusal refused) {
            exchange.json(refused.status(), refused.body());
        }
    }

    private void answer(Exchange exchange, String path, Fields fields) throws IOException {
        String idempotency = isPost(exchange) ? exchange.header("Idempotency-Key") : null;
        String call = exchange.method() + " " + path;
        Told answer = office.act(() -> tell(call, path, fields, idempotency));
        exchange.json(answer.status(), answer.body());
    }

    private Told tell(String call, String path, Fields fields, @Nullable String idempotency) {
        if (idempotency == null) {
            return new Told(call, Map.of(), 200, run(call, path, fields));
        }
        if (idempotency.length() > KEY_CHARACTERS_MAX) {
            throw Refusal.of("Idempotency keys are at most 255 characters.");
        }
        Told before = told.get(idempotency);
        if (before != null) {
            if (!before.call().equals(call) || !before.fields().equals(fields.values())) {
                throw Refusal.otherParameters();
            }
            return before;
        }
        Told now = attempt(call, path, fields);
        told.put(idempotency, now);
        return now;
    }

    /** A refusal is remembered as well, see https://docs.stripe.com/api/idempotent_requests. */
    private Told attempt(String call, String path, Fields fields) {
        try {
            return new Told(call, fields.values(), 200, run(call, path, fields));
        } catch (Refusal refused) {
            return new Told(call, fields.values(), refused.status(), refused.body());
        }
    }

    private ObjectNode run(String call, String path, Fields fields) {
        String method = call.substring(0, call.indexOf(' '));
        return Expansion.of(resources.answer(method, path, fields), fields, office.records);
    }

    private void check(Exchange exchange) {
        if (!key.isShownBy(exchange.header("Authorization"))) {
            throw Refusal.wrongKey();
        }
        String version = exchange.header("Stripe-Version");
        if (version != null && !version.equals(Office.VERSION)) {
            throw Refusal.of("This sandbox speaks " + Office.VERSION + " only.");
        }
        if (isPost(exchange)
                && exchange.body().length > 0
                && !exchange.hasType("application/x-www-form-urlencoded")) {
            throw Refusal.of("The body has to be a form.");
        }
        if (!Set.of("GET", "POST", "DELETE").contains(exchange.method())) {
            throw Refusal.unknownAddress(exchange.method(), "v1");
        }
    }

    private static boolean isPost(Exchange exchange) {
        return exchange.method().equals("POST");
    }
}
