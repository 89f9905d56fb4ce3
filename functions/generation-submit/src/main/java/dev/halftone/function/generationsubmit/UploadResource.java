package dev.halftone.function.generationsubmit;

import dev.halftone.core.batch.Batch;
import dev.halftone.core.batch.ParsedSheet;
import dev.halftone.core.batch.RowFinding;
import dev.halftone.core.batch.SheetRow;
import java.util.List;

/**
 * What a file was understood to say.
 *
 * @param preview the first rows
 * @param findings what is wrong with rows, all of it
 */
record UploadResource(BatchResource batch, List<SheetRow> preview, List<RowFinding> findings) {
    private static final int PREVIEW_ROWS = 5;

    static UploadResource of(Batch batch, ParsedSheet parsed) {
        return new UploadResource(
                BatchResource.of(batch),
                parsed.rows().stream().limit(PREVIEW_ROWS).toList(),
                parsed.findings());
    }
}
