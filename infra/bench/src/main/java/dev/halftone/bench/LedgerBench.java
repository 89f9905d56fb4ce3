package dev.halftone.bench;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicLong;

/** Prints the table. */
public final class LedgerBench {

    private LedgerBench() {}

    /** Takes some minutes. */
    public static void main(String[] arguments) {
        PrintStream out = System.out;
        AtomicLong numbers = new AtomicLong();
        try (Tables tables = new Tables()) {
            out.println(
                    """

                    Write units that AWS bills for the ledger's part of a submission that draws on
                    every grant, and of its post. In a transaction an item counts twice, by started
                    kilobytes; its entry in the statement's index counts once. The last column is
                    the generation itself with its two indexes, in another table.
                    """);
            new Units(tables, numbers).print(out);
            out.println(
                    """

                    Pairs of pending and post a second through the adapter, and by hand with the
                    plain SDK: the same reads and transactions, nothing understood. Both in turns on
                    one engine on this machine; medians. Only the ratio says something elsewhere.
                    Retries: transactions that were sent again, for whatever reason.
                    """);
            new Throughput(tables, numbers).print(out);
            out.println(
                    """

                    Time of one pair, in turns on accounts that have so many journal entries before;
                    medians.
                    """);
            new Growth(tables, numbers).print(out);
        }
        // The engine leaves threads behind.
        Runtime.getRuntime().exit(0);
    }
}
