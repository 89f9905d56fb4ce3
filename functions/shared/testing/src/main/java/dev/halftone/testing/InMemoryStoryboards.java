package dev.halftone.testing;

import dev.halftone.core.account.UserId;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.storyboard.Edition;
import dev.halftone.core.storyboard.Storyboard;
import dev.halftone.core.storyboard.StoryboardId;
import dev.halftone.core.storyboard.Storyboards;
import dev.halftone.core.storyboard.Take;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Storyboards in memory. */
public final class InMemoryStoryboards implements Storyboards {

    private final Map<StoryboardId, Storyboard> kept = new HashMap<>();
    private final Map<StoryboardId, Map<GenerationId, Take>> takes = new HashMap<>();

    @Override
    public synchronized CreateOutcome create(Storyboard storyboard) {
        Optional<Storyboard> existing = find(storyboard.owner(), storyboard.id());
        if (existing.isPresent()) {
            return new CreateOutcome.Existing(existing.get());
        }
        if (of(storyboard.owner()).size() >= STORYBOARDS_MAX) {
            return new CreateOutcome.TooMany();
        }
        kept.put(storyboard.id(), storyboard);
        return new CreateOutcome.Created(storyboard);
    }

    @Override
    public synchronized Optional<Storyboard> find(UserId owner, StoryboardId id) {
        return Optional.ofNullable(kept.get(id)).filter(each -> each.owner().equals(owner));
    }

    @Override
    public synchronized List<Storyboard> of(UserId owner) {
        return kept.values().stream()
                .filter(each -> each.owner().equals(owner))
                .sorted(Comparator.comparing(Storyboard::createdAt).reversed())
                .toList();
    }

    @Override
    public synchronized EditOutcome edit(UserId owner, StoryboardId id, Edition next) {
        Optional<Storyboard> found = find(owner, id);
        if (found.isEmpty()) {
            return new EditOutcome.Unknown();
        }
        if (next.equals(found.get().edition())) {
            return new EditOutcome.Kept(found.get());
        }
        if (found.get().version() != next.version() - 1) {
            return new EditOutcome.Overtaken(found.get());
        }
        kept.put(id, found.get().with(next));
        return new EditOutcome.Kept(found.get().with(next));
    }

    @Override
    public synchronized void note(UserId owner, StoryboardId id, Take take) {
        takes.computeIfAbsent(id, _ -> new LinkedHashMap<>()).putIfAbsent(take.generation(), take);
    }

    @Override
    public synchronized void drop(UserId owner, StoryboardId id, GenerationId generation) {
        takes.getOrDefault(id, new HashMap<>()).remove(generation);
    }

    @Override
    public synchronized List<Take> takes(UserId owner, StoryboardId id) {
        return find(owner, id).isEmpty()
                ? List.of()
                : takes.getOrDefault(id, Map.of()).values().stream()
                        .sorted(Comparator.comparing(Take::at))
                        .toList();
    }

    @Override
    public synchronized boolean delete(UserId owner, StoryboardId id) {
        if (find(owner, id).isEmpty()) {
            return false;
        }
        takes.remove(id);
        return kept.remove(id) != null;
    }
}
