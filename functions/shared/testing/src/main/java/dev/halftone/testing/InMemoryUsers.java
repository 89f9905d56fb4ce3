package dev.halftone.testing;

import dev.halftone.core.account.Acceptance;
import dev.halftone.core.account.CreateOutcome;
import dev.halftone.core.account.Email;
import dev.halftone.core.account.Identities;
import dev.halftone.core.account.Identity;
import dev.halftone.core.account.IdentityId;
import dev.halftone.core.account.LinkOutcome;
import dev.halftone.core.account.LinkedIdentity;
import dev.halftone.core.account.ProfileChange;
import dev.halftone.core.account.UnlinkOutcome;
import dev.halftone.core.account.User;
import dev.halftone.core.account.UserId;
import dev.halftone.core.account.Users;
import dev.halftone.core.mail.ReplaceOutcome;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** People in memory, and what leads to them. */
public final class InMemoryUsers implements Users, Identities {

    private final Map<Identity, UserId> identities = new HashMap<>();
    private final Map<Email, UserId> claims = new HashMap<>();
    private final Map<UserId, Map<IdentityId, LinkedIdentity>> links = new HashMap<>();
    private final Map<UserId, User> users = new HashMap<>();
    private final Map<UserId, Set<Acceptance>> acceptances = new HashMap<>();

    @Override
    public synchronized Optional<User> find(UserId id) {
        return Optional.ofNullable(users.get(id));
    }

    @Override
    public synchronized Optional<User> findByIdentity(Identity identity) {
        return Optional.ofNullable(identities.get(identity)).map(users::get);
    }

    @Override
    public synchronized CreateOutcome create(Identity identity, User user, LinkedIdentity first) {
        Optional<User> known = findByIdentity(identity);
        if (known.isPresent()) {
            return new CreateOutcome.Known(known.get());
        }
        if (user.emailVerified() && claims.putIfAbsent(user.email(), user.id()) != null) {
            return new CreateOutcome.AddressTaken();
        }
        users.put(user.id(), user);
        give(user.id(), identity, first);
        return new CreateOutcome.Created(user);
    }

    @Override
    public synchronized List<LinkedIdentity> of(UserId user) {
        return List.copyOf(links.getOrDefault(user, Map.of()).values());
    }

    @Override
    public synchronized LinkOutcome link(UserId user, Identity identity, LinkedIdentity linked) {
        UserId owner = identities.get(identity);
        if (owner != null) {
            return owner.equals(user) ? new LinkOutcome.AlreadyTheirs() : new LinkOutcome.InUse();
        }
        if (of(user).size() >= PER_PERSON_MAX) {
            return new LinkOutcome.TooMany();
        }
        give(user, identity, linked);
        return new LinkOutcome.Linked();
    }

    @Override
    public synchronized UnlinkOutcome unlink(UserId user, IdentityId id) {
        Map<IdentityId, LinkedIdentity> theirs = links.getOrDefault(user, Map.of());
        LinkedIdentity former = theirs.get(id);
        if (former == null) {
            return new UnlinkOutcome.Unknown();
        }
        if (theirs.size() == 1) {
            return new UnlinkOutcome.LastWay();
        }
        theirs.remove(id);
        identities.keySet().removeIf(identity -> IdentityId.of(identity).equals(id));
        return new UnlinkOutcome.Unlinked(former);
    }

    private void give(UserId user, Identity identity, LinkedIdentity linked) {
        identities.put(identity, user);
        links.computeIfAbsent(user, _ -> new LinkedHashMap<>()).put(linked.id(), linked);
    }

    /** Whose verified address it is. */
    public synchronized Optional<UserId> holder(Email address) {
        return Optional.ofNullable(claims.get(address));
    }

    synchronized ReplaceOutcome replace(User user, Email address) {
        User now = users.get(user.id());
        UserId holder = claims.get(address);
        if (holder != null && !holder.equals(user.id())) {
            return new ReplaceOutcome.Taken();
        }
        if (now == null || !now.email().equals(user.email())) {
            return new ReplaceOutcome.Outdated();
        }
        claims.remove(now.email(), user.id());
        claims.put(address, user.id());
        users.put(user.id(), now.reachedAt(address));
        return new ReplaceOutcome.Replaced();
    }

    @Override
    public synchronized void change(UserId user, ProfileChange change) {
        users.computeIfPresent(user, (_, known) -> known.changed(change));
    }

    @Override
    public synchronized void recordAcceptance(UserId user, Acceptance acceptance) {
        Set<Acceptance> recorded = acceptances.computeIfAbsent(user, _ -> new LinkedHashSet<>());
        boolean known =
                recorded.stream()
                        .anyMatch(
                                former ->
                                        former.policyVersion().equals(acceptance.policyVersion())
                                                && former.minimumAge() == acceptance.minimumAge());
        if (!known) {
            recorded.add(acceptance);
        }
    }

    /** Every proof of acceptance, oldest first. */
    public synchronized List<Acceptance> acceptances(UserId user) {
        return List.copyOf(acceptances.getOrDefault(user, Set.of()));
    }

    public synchronized int count() {
        return users.size();
    }
}
