package dev.halftone.function.urlfetch;

import dev.halftone.core.asset.AssetFiles;
import dev.halftone.core.asset.AssetQueue;
import dev.halftone.core.asset.HostNames;
import dev.halftone.core.asset.WebFiles;
import java.time.Clock;

/** Everything outside that this function uses. */
record UrlFetchPorts(
        AssetFiles files, HostNames names, WebFiles web, AssetQueue queue, Clock clock) {}
