package dev.halftone.architecture.planted.core.misc;

final class Misplaced {}
