package dev.halftone.core.share;

import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationState.Succeeded;
import dev.halftone.core.generation.Generations;
import dev.halftone.core.generation.Media;
import dev.halftone.core.share.ShareTokens.Claimed;
import java.time.Instant;
import java.util.Optional;

/** Leads somebody who has a link to what it shows. A link that was never ours costs no read. */
public final class FollowShare {

    private final ShareTokens tokens;
    private final Shares shares;
    private final Generations generations;

    public FollowShare(ShareTokens tokens, Shares shares, Generations generations) {
        this.tokens = tokens;
        this.shares = shares;
        this.generations = generations;
    }

    /** Where a link leads. */
    public sealed interface FollowOutcome {

        record Shown(Media media) implements FollowOutcome {}

        /** It ended by itself. */
        record Expired() implements FollowOutcome {}

        /** Its owner took it back, or removed what it showed. */
        record Withdrawn() implements FollowOutcome {}

        record Unknown() implements FollowOutcome {}
    }

    public FollowOutcome follow(String token, Instant now) {
        Optional<Claimed> read = tokens.read(token);
        if (read.isEmpty()) {
            return new FollowOutcome.Unknown();
        }
        Claimed claimed = read.get();
        if (!now.isBefore(claimed.expiresAt())) {
            return new FollowOutcome.Expired();
        }
        return shares.find(claimed.generation(), claimed.index())
                .filter(claimed::isOf)
                .flatMap(share -> generations.find(share.generation()))
                .flatMap(generation -> media(generation, claimed.index()))
                .<FollowOutcome>map(FollowOutcome.Shown::new)
                .orElseGet(FollowOutcome.Withdrawn::new);
    }

    private static Optional<Media> media(Generation generation, int index) {
        return generation.state() instanceof Succeeded succeeded && index < succeeded.media().size()
                ? Optional.of(succeeded.media().get(index))
                : Optional.empty();
    }
}
