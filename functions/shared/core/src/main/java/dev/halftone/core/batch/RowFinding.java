package dev.halftone.core.batch;

/**
 * Why a row cannot be made.
 *
 * @param line where the row begins in the file
 * @param code stable, for programs
 */
public record RowFinding(int row, long line, String code) {}
