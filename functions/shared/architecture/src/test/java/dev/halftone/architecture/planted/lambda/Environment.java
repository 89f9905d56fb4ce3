package dev.halftone.architecture.planted.lambda;

/** Stands where the project has its own: the one place that reads variables. */
final class Environment {
    String innocentStage() {
        return System.getenv("STAGE");
    }
}
