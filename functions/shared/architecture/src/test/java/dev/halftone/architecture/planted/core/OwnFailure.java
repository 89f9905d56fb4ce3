package dev.halftone.architecture.planted.core;

final class OwnFailure extends RuntimeException {
    OwnFailure(String message) {
        super(message);
    }
}
