package dev.halftone.architecture.planted.core;

@SuppressWarnings("ArrayRecordComponent")
record RecordWithArray(byte[] bytes) {}
