package dev.halftone.testing;

import dev.halftone.core.account.Acceptance;
import dev.halftone.core.account.Identity;
import dev.halftone.core.account.User;
import dev.halftone.core.account.UserId;
import dev.halftone.core.account.Users;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** People in memory. */
public final class InMemoryUsers implements Users {

    private final Map<Identity, UserId> identities = new HashMap<>();
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
    public synchronized User createUnlessKnown(Identity identity, User user) {
        Optional<User> known = findByIdentity(identity);
        if (known.isPresent()) {
            return known.get();
        }
        identities.put(identity, user.id());
        users.put(user.id(), user);
        return user;
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
