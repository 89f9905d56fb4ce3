package dev.halftone.function.generationsubmit;

import dev.halftone.core.batch.Batch;
import dev.halftone.core.batch.PriceBatch;
import dev.halftone.core.batch.StartBatch;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.Problem;
import java.util.Map;

/** Why a batch is not what somebody wanted of it, in stable codes. */
final class BatchProblems {
    private static final Map<String, String> FILES =
            Map.ofEntries(
                    Map.entry("csv_too_large", "The file is larger than 4 MB."),
                    Map.entry("csv_utf16", "The file is UTF-16. Please save it as UTF-8."),
                    Map.entry("csv_not_utf8", "The file is not UTF-8. Please save it as UTF-8."),
                    Map.entry("csv_nul", "The file holds characters that no text has."),
                    Map.entry("csv_no_header", "The first line names no columns."),
                    Map.entry("csv_unnamed_column", "One of the columns has no name."),
                    Map.entry("csv_unusable_column", "A column's name is too long or has braces."),
                    Map.entry("csv_duplicate_columns", "Two columns have the same name."),
                    Map.entry("csv_too_many_columns", "There are more than 100 columns."),
                    Map.entry("csv_no_rows", "There is no row below the names of the columns."),
                    Map.entry("csv_too_many_rows", "There are more than 5,000 rows."),
                    Map.entry("csv_malformed", "The file is no table."));

    private BatchProblems() {}

    static HttpResponse unreadable(String code) {
        return Problem.of(
                        code.equals("csv_too_large") ? 413 : 422,
                        code,
                        FILES.getOrDefault(code, "The file cannot be read."))
                .response();
    }

    static HttpResponse unknown() {
        return Problem.of(404, "unknown_catalogue", "There is no such catalogue.").response();
    }

    static HttpResponse notNow(Batch batch) {
        return Problem.of(409, "catalogue_not_now", "That cannot be done to it as it stands.")
                .with("state", batch.state().label())
                .response();
    }

    static HttpResponse tooMany() {
        return Problem.of(
                        409,
                        "too_many_catalogues",
                        "As many catalogues as one person can have are under way.")
                .response();
    }

    static HttpResponse notPriced(PriceBatch.Outcome outcome) {
        return switch (outcome) {
            case PriceBatch.Outcome.NotOffered not -> SubmitProblems.notOffered(not.reason());
            case PriceBatch.Outcome.UnknownColumn unknown ->
                    Problem.of(422, "unknown_column", "The file has no column of that name.")
                            .field("template")
                            .with("column", unknown.name())
                            .response();
            case PriceBatch.Outcome.MalformedTemplate _ ->
                    Problem.of(
                                    422,
                                    "malformed_template",
                                    "A template has text, and each brace its other.")
                            .field("template")
                            .response();
            case PriceBatch.Outcome.Priced _ ->
                    throw new IllegalArgumentException("What has a price is no problem");
        };
    }

    static HttpResponse insufficient(StartBatch.Outcome.InsufficientCredits outcome) {
        return Problem.of(402, "insufficient_credits", "There are not enough credits for all rows.")
                .with("available", outcome.available().amount())
                .with("required", outcome.required().amount())
                .response();
    }

    static HttpResponse refused(StartBatch.Refusal refusal) {
        return switch (refusal) {
            case QUOTE_MISMATCH -> SubmitProblems.quoteMismatch();
            case QUOTE_EXPIRED -> SubmitProblems.quoteExpired();
            case ACCOUNT_FROZEN -> SubmitProblems.accountFrozen();
            case ACCOUNT_IN_DEBT ->
                    Problem.of(
                                    402,
                                    "account_in_debt",
                                    "Credits that were taken back had been spent; new ones make"
                                            + " up for them.")
                            .response();
            case TOO_MANY_BATCHES -> tooMany();
            case NOTHING_TO_MAKE ->
                    Problem.of(422, "nothing_to_make", "None of the rows can be made.").response();
        };
    }
}
