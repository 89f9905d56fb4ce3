package dev.halftone.core.generation;

import dev.halftone.core.account.UserId;
import dev.halftone.core.catalogue.Dimensions;
import dev.halftone.core.catalogue.Format;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

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

        /**
         * A price.
         *
         * @param size about how large it will be; {@code null} for a text
         */
        record Quoted(String token, Quote quote, @Nullable Dimensions size) implements Outcome {}

        record NotOffered(CheckOutcome reason) implements Outcome {}
    }

    public Outcome quote(UserId user, Asked asked, Instant now) {
        return switch (check.check(user, asked)) {
            case CheckOutcome.Valid valid -> quoted(user, valid, now);
            case CheckOutcome.UnknownModel unknown -> new Outcome.NotOffered(unknown);
            case CheckOutcome.Withdrawn withdrawn -> new Outcome.NotOffered(withdrawn);
            case CheckOutcome.Unsupported unsupported -> new Outcome.NotOffered(unsupported);
        };
    }

    /** The same at a price that was promised before, whatever the list says now. */
    public Outcome promised(UserId user, GenerationWish wish, Price price, Instant now) {
        return switch (check.check(user, wish.asked())) {
            case CheckOutcome.Valid valid -> quoted(user, valid, price, now);
            case CheckOutcome.UnknownModel unknown -> new Outcome.NotOffered(unknown);
            case CheckOutcome.Withdrawn withdrawn -> new Outcome.NotOffered(withdrawn);
            case CheckOutcome.Unsupported unsupported -> new Outcome.NotOffered(unsupported);
        };
    }

    private Outcome quoted(UserId user, CheckOutcome.Valid valid, Instant now) {
        return quoted(user, valid, new Price(valid.price(), priceVersion), now);
    }

    private Outcome quoted(UserId user, CheckOutcome.Valid valid, Price price, Instant now) {
        Quote quote =
                new Quote(
                        user,
                        valid.request("", Settings.NONE).pricedHash(),
                        price,
                        now.plus(Quote.LIFETIME));
        return new Outcome.Quoted(tokens.sign(quote), quote, size(valid.format()));
    }

    private static @Nullable Dimensions size(Format format) {
        return switch (format) {
            case Format.Picture picture -> picture.resolution().dimensions(picture.aspectRatio());
            case Format.Film film -> film.resolution().dimensions(film.aspectRatio());
            case Format.Text _ -> null;
        };
    }
}
