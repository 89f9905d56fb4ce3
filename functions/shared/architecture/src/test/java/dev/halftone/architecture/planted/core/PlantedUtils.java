package dev.halftone.architecture.planted.core;

final class PlantedUtils {
    private PlantedUtils() {}
}
