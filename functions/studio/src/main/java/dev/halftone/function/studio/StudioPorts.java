package dev.halftone.function.studio;

import dev.halftone.core.SigningKey;
import dev.halftone.core.account.Sessions;
import dev.halftone.core.archive.Archives;
import dev.halftone.core.asset.Assets;
import dev.halftone.core.brief.Briefs;
import dev.halftone.core.generation.Endings;
import dev.halftone.core.generation.Generations;
import dev.halftone.core.generation.MediaStore;
import dev.halftone.core.generation.Usages;
import dev.halftone.core.ledger.Ledger;
import dev.halftone.core.profile.Profile;
import dev.halftone.core.project.Projects;
import dev.halftone.core.ratelimit.RateLimits;
import dev.halftone.core.seal.ReadProof;
import dev.halftone.core.seal.ReadRoots;
import dev.halftone.core.share.Shares;
import dev.halftone.core.storyboard.Storyboards;
import java.net.URI;
import java.time.Clock;
import java.util.function.Supplier;

/** Everything outside that this function uses. */
record StudioPorts(
        Sessions sessions,
        RateLimits limits,
        Generations generations,
        Endings endings,
        Ledger ledger,
        Usages usages,
        ReadProof proof,
        ReadRoots roots,
        MediaStore media,
        LibraryPorts library,
        Supplier<SigningKey> signingKey,
        Supplier<URI> publicUrl,
        Profile profile,
        Clock clock) {
    /** What people keep beside generations. */
    record LibraryPorts(
            Projects projects,
            Briefs briefs,
            Storyboards storyboards,
            Shares shares,
            Archives archives,
            Assets assets) {}
}
