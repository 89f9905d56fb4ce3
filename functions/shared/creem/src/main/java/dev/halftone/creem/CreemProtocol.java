package dev.halftone.creem;

import java.net.URI;
import java.time.Duration;

/** The names and numbers of the service, each group with the page that states it. */
final class CreemProtocol {

    static final String NAME = "creem";

    // https://docs.creem.io/getting-started/test-mode
    static final URI LIVE = URI.create("https://api.creem.io");
    static final URI TEST = URI.create("https://test-api.creem.io");
    static final String TEST_KEY_PREFIX = "creem_test_";
    static final String LIVE_MODE = "prod";

    // https://docs.creem.io/api-reference
    static final String CHECKOUTS = "/v1/checkouts";
    static final String PRODUCTS = "/v1/products";
    static final String SUBSCRIPTIONS = "/v1/subscriptions";
    static final String TRANSACTIONS = "/v1/transactions";
    static final String BILLING = "/v1/customers/billing";
    static final String MODERATION = "/v1/moderation/prompt";
    static final String SEARCH = "/search";

    // It says of no address how many it gives at most; it is asked for the next page until there
    // is none.
    static final int PAGE_SIZE = 50;

    // The largest answer is a page of transactions with their products.
    static final long ANSWER_BYTES_MAX = 2L * 1024 * 1024;
    static final Duration CONNECT = Duration.ofSeconds(3);
    static final Duration ANSWER = Duration.ofSeconds(12);

    // https://docs.creem.io/features/moderation asks for five seconds at most.
    static final Duration JUDGEMENT = Duration.ofSeconds(5);

    // It does not say when a checkout ends.
    static final Duration CHECKOUT_LIFE = Duration.ofHours(24);

    // A bank may take money back for 120 days (https://docs.stripe.com/disputes/how-disputes-work).
    static final Duration REVERSIBLE = Duration.ofDays(120);

    private CreemProtocol() {}
}
