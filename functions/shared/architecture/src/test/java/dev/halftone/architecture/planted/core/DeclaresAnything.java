package dev.halftone.architecture.planted.core;

interface DeclaresAnything {
    void run() throws Exception;
}
