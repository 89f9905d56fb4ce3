package dev.halftone.core.batch;

/** Reads a file of comma-separated values, as RFC 4180 describes them and as spreadsheets do. */
public interface SheetReader {

    /** What became of it. */
    sealed interface Reading {

        record Read(ParsedSheet parsed) implements Reading {}

        /**
         * Nothing of it can be used.
         *
         * @param code stable, for programs
         */
        record Refused(String code) implements Reading {}
    }

    /** Reads at most {@link Sheet#BYTES_MAX}, and in bounded memory. */
    Reading read(byte[] file);
}
