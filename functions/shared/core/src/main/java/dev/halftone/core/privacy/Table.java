package dev.halftone.core.privacy;

/** The tables of {@code infra/data.yaml}. */
public enum Table {
    SESSIONS("SessionsTable"),
    ACCOUNTS("AccountsTable"),
    STUDIO("StudioTable"),
    LEDGER("LedgerTable"),
    INSIGHT("InsightTable");

    private final String logicalId;

    Table(String logicalId) {
        this.logicalId = logicalId;
    }

    /** What the template calls it. */
    public String logicalId() {
        return logicalId;
    }
}
