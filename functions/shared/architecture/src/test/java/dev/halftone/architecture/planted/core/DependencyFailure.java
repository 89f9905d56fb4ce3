package dev.halftone.architecture.planted.core;

/** Stands where the project has its own, so that what descends from it is accepted. */
class DependencyFailure extends RuntimeException {
    static final class InnocentFailure extends DependencyFailure {}
}
