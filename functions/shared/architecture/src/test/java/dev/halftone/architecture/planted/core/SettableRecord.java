package dev.halftone.architecture.planted.core;

record SettableRecord(String name) {
    SettableRecord setName(String other) {
        return new SettableRecord(other);
    }
}
