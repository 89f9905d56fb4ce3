package dev.halftone.architecture.planted.core;

final class ReadsVariables {
    String stage() {
        return System.getenv("STAGE");
    }
}
