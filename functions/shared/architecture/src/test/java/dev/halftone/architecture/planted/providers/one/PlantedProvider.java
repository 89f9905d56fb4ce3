package dev.halftone.architecture.planted.providers.one;

public final class PlantedProvider {}
