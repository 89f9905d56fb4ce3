package dev.halftone.architecture.planted.core.ledger;

public record PlantedBalance(long credits) {}
