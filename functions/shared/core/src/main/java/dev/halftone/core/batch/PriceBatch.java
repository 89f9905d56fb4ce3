package dev.halftone.core.batch;

import dev.halftone.core.Digest;
import dev.halftone.core.catalogue.Catalogue;
import dev.halftone.core.catalogue.Model;
import dev.halftone.core.generation.CheckOutcome;
import dev.halftone.core.generation.GenerationWish;
import dev.halftone.core.generation.MakeQuote;
import dev.halftone.core.generation.Quote;
import dev.halftone.core.generation.QuoteTokens;
import dev.halftone.core.generation.RequestCheck;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Holds every row against template and model, and promises one price for all that can be made. */
public final class PriceBatch {

    private final Batches batches;
    private final Catalogue catalogue;
    private final MakeQuote quotes;
    private final QuoteTokens tokens;

    public PriceBatch(Batches batches, Catalogue catalogue, MakeQuote quotes, QuoteTokens tokens) {
        this.batches = batches;
        this.catalogue = catalogue;
        this.quotes = quotes;
        this.tokens = tokens;
    }

    /** What became of the question. */
    public sealed interface Outcome {

        record Priced(BatchPrice price) implements Outcome {}

        record NotOffered(CheckOutcome reason) implements Outcome {}

        record UnknownColumn(String name) implements Outcome {}

        record MalformedTemplate() implements Outcome {}
    }

    public Outcome price(Batch batch, GenerationWish wish, String template, Instant now) {
        return switch (Template.read(template, batch.sheet().columns())) {
            case Template.Outcome.UnknownColumn unknown ->
                    new Outcome.UnknownColumn(unknown.name());
            case Template.Outcome.Malformed _ -> new Outcome.MalformedTemplate();
            case Template.Outcome.Usable usable ->
                    switch (quotes.quote(batch.origin().owner(), wish.asked(), now)) {
                        case MakeQuote.Outcome.NotOffered not ->
                                new Outcome.NotOffered(not.reason());
                        case MakeQuote.Outcome.Quoted quoted ->
                                new Outcome.Priced(
                                        checked(
                                                batch,
                                                catalogue.find(wish.model()).orElseThrow(),
                                                new Words(usable.template(), template),
                                                quoted.quote()));
                    };
        };
    }

    private record Words(Template template, String text) {}

    private BatchPrice checked(Batch batch, Model model, Words words, Quote quote) {
        List<RowFinding> findings = new ArrayList<>();
        List<BatchPrice.Prompt> preview = new ArrayList<>();
        RowReader rows = new RowReader(batches, batch);
        for (int number = 1; number <= batch.sheet().rows(); number++) {
            SheetRow row = rows.row(number);
            if (row.cells().isEmpty()) {
                findings.add(new RowFinding(number, row.line(), "malformed_row"));
                continue;
            }
            String prompt = words.template().prompt(row);
            if (!RequestCheck.isValidPrompt(model, prompt)) {
                findings.add(new RowFinding(number, row.line(), "invalid_prompt"));
            } else if (preview.size() < BatchPrice.PREVIEW_ROWS) {
                preview.add(new BatchPrice.Prompt(number, prompt));
            }
        }
        int good = batch.sheet().rows() - findings.size();
        Quote each =
                new Quote(
                        quote.user(),
                        Digest.sha256Hex(
                                String.join(
                                        "\n",
                                        "batch",
                                        batch.id().value(),
                                        quote.pricedHash(),
                                        Integer.toString(good),
                                        words.text())),
                        quote.price(),
                        quote.expiresAt());
        return new BatchPrice(tokens.sign(each), each, good, findings, preview);
    }
}
