package dev.halftone.function.uploads;

import dev.halftone.core.Secrets;
import dev.halftone.core.account.Sessions;
import dev.halftone.core.asset.AssetFiles;
import dev.halftone.core.asset.AssetQueue;
import dev.halftone.core.asset.Assets;
import dev.halftone.core.profile.Profile;
import dev.halftone.core.ratelimit.RateLimits;
import java.time.Clock;

/** Everything outside that this function uses. */
record UploadsPorts(
        Sessions sessions,
        RateLimits limits,
        Assets assets,
        AssetFiles files,
        AssetQueue queue,
        Secrets secrets,
        Profile profile,
        Clock clock) {}
