package dev.halftone.function.uploads;

/** What is to be uploaded, as the browser knows it. */
record AnnounceBody(String name, String contentType, long bytes) {}
