package dev.halftone.creem;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.TransientFailure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The calls that selling needs, each as one method. */
final class CreemApi {

    private final CreemHttp http;

    CreemApi(CreemHttp http) {
        this.http = http;
    }

    CreemObject open(Map<String, Object> request) {
        return post(CreemProtocol.CHECKOUTS, request);
    }

    CreemObject portal(String customer) {
        return post(CreemProtocol.BILLING, Map.of("customer_id", customer));
    }

    Optional<CreemObject> checkout(String id) {
        return find(CreemProtocol.CHECKOUTS, Map.of("checkout_id", id));
    }

    Optional<CreemObject> transaction(String id) {
        return find(CreemProtocol.TRANSACTIONS, Map.of("transaction_id", id));
    }

    Optional<CreemObject> subscription(String id) {
        return find(CreemProtocol.SUBSCRIPTIONS, Map.of("subscription_id", id));
    }

    Optional<CreemObject> product(String id) {
        return find(CreemProtocol.PRODUCTS, Map.of("product_id", id));
    }

    CreemObject transactionsOf(String order) {
        return need(CreemProtocol.TRANSACTIONS + CreemProtocol.SEARCH, Map.of("order_id", order));
    }

    CreemObject transactions(int page) {
        return need(CreemProtocol.TRANSACTIONS + CreemProtocol.SEARCH, page(page));
    }

    CreemObject subscriptions(int page) {
        return need(CreemProtocol.SUBSCRIPTIONS + CreemProtocol.SEARCH, page(page));
    }

    private static Map<String, String> page(int number) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("page_number", Integer.toString(number));
        query.put("page_size", Integer.toString(CreemProtocol.PAGE_SIZE));
        return query;
    }

    private CreemObject need(String path, Map<String, String> query) {
        return find(path, query)
                .orElseThrow(() -> new PermanentFailure(CreemProtocol.NAME, "answered 404"));
    }

    private Optional<CreemObject> find(String path, Map<String, String> query) {
        CreemAnswer answer = http.get(path, query);
        return answer instanceof CreemAnswer.Received received && received.code() == 404
                ? Optional.empty()
                : Optional.of(success(answer));
    }

    private CreemObject post(String path, Map<String, Object> body) {
        return success(http.post(path, body));
    }

    private static CreemObject success(CreemAnswer answer) {
        return switch (answer) {
            case CreemAnswer.Lost(String detail) ->
                    throw new TransientFailure(CreemProtocol.NAME, detail);
            case CreemAnswer.Received received when received.isSuccess() ->
                    received.body()
                            .orElseThrow(
                                    () ->
                                            new TransientFailure(
                                                    CreemProtocol.NAME, "answered no JSON"));
            case CreemAnswer.Received received -> throw failure(received.code());
        };
    }

    /** Theirs, or too many for now; everything else is ours, such as a key that is none. */
    private static RuntimeException failure(int code) {
        String detail = "answered " + code;
        return code == 408 || code == 429 || code >= 500
                ? new TransientFailure(CreemProtocol.NAME, detail)
                : new PermanentFailure(CreemProtocol.NAME, detail);
    }
}
