package dev.halftone.architecture.planted.core;

interface OpenOutcome {
    record Done() implements OpenOutcome {}
}
