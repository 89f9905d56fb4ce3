package dev.halftone.function.generationsubmit;

import dev.halftone.core.Secrets;
import dev.halftone.core.account.Sessions;
import dev.halftone.core.batch.BatchQueue;
import dev.halftone.core.batch.Batches;
import dev.halftone.core.batch.SheetReader;
import dev.halftone.core.circuit.Circuits;
import dev.halftone.core.generation.Belongings;
import dev.halftone.core.generation.Generations;
import dev.halftone.core.generation.Settlements;
import dev.halftone.core.generation.Submissions;
import dev.halftone.core.generation.WorkQueue;
import dev.halftone.core.ledger.Ledger;
import dev.halftone.core.profile.Profile;
import dev.halftone.core.ratelimit.RateLimits;
import dev.halftone.core.safety.CheckWords;
import dev.halftone.core.storyboard.Storyboards;
import java.time.Clock;

/** Everything outside that this function uses. */
record GenerationSubmitPorts(
        Sessions sessions,
        RateLimits limits,
        Belongings belongings,
        Submissions submissions,
        Ledger ledger,
        Generations generations,
        Circuits circuits,
        Settlements settlements,
        WorkQueue queue,
        Batches batches,
        BatchQueue batchQueue,
        Storyboards storyboards,
        SheetReader sheets,
        CheckWords words,
        Secrets secrets,
        Profile profile,
        Clock clock) {}
