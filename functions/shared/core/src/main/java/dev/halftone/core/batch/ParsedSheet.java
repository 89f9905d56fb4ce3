package dev.halftone.core.batch;

import java.util.List;

/** What a file says: its rows in order, and what is wrong with those that cannot be used. */
public record ParsedSheet(Sheet sheet, List<SheetRow> rows, List<RowFinding> findings) {

    public ParsedSheet {
        rows = List.copyOf(rows);
        findings = List.copyOf(findings);
    }
}
