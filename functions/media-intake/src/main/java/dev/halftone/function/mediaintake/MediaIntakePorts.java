package dev.halftone.function.mediaintake;

import dev.halftone.core.asset.AssetFiles;
import dev.halftone.core.asset.Assets;
import dev.halftone.core.asset.Pictures;
import java.time.Clock;

/** Everything outside that this function uses. */
record MediaIntakePorts(Assets assets, AssetFiles files, Pictures pictures, Clock clock) {}
