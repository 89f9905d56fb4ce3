package dev.halftone.testing;

import dev.halftone.core.account.UserId;
import dev.halftone.core.brief.Brief;
import dev.halftone.core.brief.BriefId;
import dev.halftone.core.brief.Briefs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Briefs in memory. */
public final class InMemoryBriefs implements Briefs {

    private final Map<BriefId, List<Brief>> wordings = new HashMap<>();

    @Override
    public synchronized BriefOutcome create(Brief first) {
        Optional<Brief> existing = latest(first.owner(), first.id());
        if (existing.isPresent()) {
            return new BriefOutcome.Written(existing.get());
        }
        if (of(first.owner()).size() == BRIEFS_MAX) {
            return new BriefOutcome.TooMany();
        }
        wordings.put(first.id(), new ArrayList<>(List.of(first)));
        return new BriefOutcome.Written(first);
    }

    @Override
    public synchronized BriefOutcome rewrite(Brief next) {
        Optional<Brief> latest = latest(next.owner(), next.id());
        if (latest.isEmpty()) {
            return new BriefOutcome.Unknown();
        }
        Brief found = latest.get();
        if (found.version() == next.version() - 1) {
            wordings.getOrDefault(next.id(), new ArrayList<>()).add(next);
            return new BriefOutcome.Written(next);
        }
        boolean same =
                found.version() == next.version()
                        && found.name().equals(next.name())
                        && found.text().equals(next.text());
        return same ? new BriefOutcome.Written(found) : new BriefOutcome.Overtaken(found);
    }

    @Override
    public synchronized List<Brief> of(UserId owner) {
        return wordings.values().stream()
                .map(List::getLast)
                .filter(brief -> brief.owner().equals(owner))
                .sorted(Comparator.comparing(brief -> brief.id().value()))
                .toList();
    }

    @Override
    public synchronized Optional<Brief> find(UserId owner, BriefId id, int version) {
        return wordings.getOrDefault(id, List.of()).stream()
                .filter(brief -> brief.owner().equals(owner) && brief.version() == version)
                .findFirst();
    }

    @Override
    public synchronized Optional<Brief> latest(UserId owner, BriefId id) {
        return of(owner).stream().filter(brief -> brief.id().equals(id)).findFirst();
    }

    @Override
    public synchronized boolean delete(UserId owner, BriefId id) {
        return latest(owner, id).isPresent() && wordings.remove(id) != null;
    }
}
