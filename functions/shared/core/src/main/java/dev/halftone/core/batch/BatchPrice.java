package dev.halftone.core.batch;

import dev.halftone.core.generation.Quote;
import dev.halftone.core.ledger.Credits;
import java.util.List;

/**
 * What a whole batch would cost.
 *
 * @param token the promise, to be sent back at the start
 * @param each promised for every row
 * @param rows how many can be made
 * @param findings why the others cannot
 * @param preview the first prompts, as they would be sent
 */
public record BatchPrice(
        String token, Quote each, int rows, List<RowFinding> findings, List<Prompt> preview) {

    /** How many prompts a person is shown before anything costs something. */
    public static final int PREVIEW_ROWS = 5;

    /** What would be asked for one row. */
    public record Prompt(int row, String text) {}

    public BatchPrice {
        findings = List.copyOf(findings);
        preview = List.copyOf(preview);
    }

    public Credits total() {
        return each.price().credits().times(rows);
    }
}
