package dev.halftone.architecture.planted.dynamodb;

public final class PlantedTable {}
