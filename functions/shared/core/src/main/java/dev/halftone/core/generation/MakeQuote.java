package dev.halftone.core.generation;

import dev.halftone.core.account.UserId;
import dev.halftone.core.catalogue.Dimensions;
import dev.halftone.core.catalogue.Model;
import dev.halftone.core.ledger.Credits;
import java.time.Instant;

/** Says what a generation would cost and promises it for a while. */
public final class MakeQuote {

    private final RequestCheck check;
    private final QuoteTokens tokens;
    private final String priceVersion;

    public MakeQuote(RequestCheck check, QuoteTokens tokens, String priceVersion) {
        this.check = check;
        this.tokens = tokens;
        this.priceVersion = priceVersion;
    }

    /** What became of the question. */
    public sealed interface Outcome {

        record Quoted(String token, Quote quote, Dimensions size) implements Outcome {}

        record NotOffered(CheckOutcome reason) implements Outcome {}
    }

    public Outcome quote(
            UserId user, String modelId, String ratio, String resolution, Instant now) {
        return switch (check.check(modelId, ratio, resolution)) {
            case CheckOutcome.Valid valid -> quoted(user, valid, now);
            case CheckOutcome.UnknownModel unknown -> new Outcome.NotOffered(unknown);
            case CheckOutcome.Unsupported unsupported -> new Outcome.NotOffered(unsupported);
        };
    }

    private Outcome quoted(UserId user, CheckOutcome.Valid valid, Instant now) {
        Model model = valid.model();
        Credits credits = model.price(valid.resolution()).orElseThrow();
        String pricedHash =
                new GenerationRequest(model.id(), "", valid.aspectRatio(), valid.resolution())
                        .pricedHash();
        Quote quote =
                new Quote(
                        user,
                        pricedHash,
                        new Price(credits, priceVersion),
                        now.plus(Quote.LIFETIME));
        return new Outcome.Quoted(
                tokens.sign(quote), quote, valid.resolution().dimensions(valid.aspectRatio()));
    }
}
