package dev.halftone.core.privacy;

import java.util.List;
import java.util.stream.Stream;

/** Everything that is kept, logged or sent; a test compares it with what really is, both ways. */
public final class DataMap {

    private DataMap() {}

    public static List<Declaration> declarations() {
        return Stream.of(
                        SessionsTable.MAP,
                        AccountsTable.MAP,
                        StudioTable.MAP,
                        BatchesInStudio.MAP,
                        LedgerTable.MAP,
                        PaymentItems.MAP,
                        SealedLedger.MAP,
                        InsightTable.MAP,
                        KeptOutsideTables.MAP,
                        Told.MAP,
                        ToldToIssuers.MAP,
                        ToldToGmi.MAP,
                        ToldToOpenAi.MAP,
                        ToldToGoogleModels.MAP,
                        ToldToHedraAndLuma.MAP,
                        ToldToLanguageModel.MAP,
                        ToldToModeration.MAP,
                        ToldToStripe.MAP,
                        ToldByMail.MAP,
                        Logged.MAP)
                .flatMap(List::stream)
                .flatMap(List::stream)
                .toList();
    }
}
