package dev.halftone.function.uploads;

/** What is to be fetched, and how its owner calls it. */
record AddressBody(String name, String url) {}
