package dev.halftone.core.generation;

import dev.halftone.core.asset.AssetId;
import dev.halftone.core.asset.AssetType;
import dev.halftone.core.catalogue.InputRole;

/** A file of its owner's that a generation is made from. */
public record Input(InputRole role, AssetId asset, AssetType type) {}
