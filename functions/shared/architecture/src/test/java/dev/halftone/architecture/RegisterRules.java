package dev.halftone.architecture;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules of the register; each answers with the violations it has found, in words.
 *
 * @param register what is promised
 * @param lane the lane that this run tests
 * @param reports what its tests reported
 */
record RegisterRules(Register register, String lane, TestReports reports) {
    /** A test that is said to prove more than this proves nothing in particular. */
    private static final int ENTRIES_PER_TEST_MAX = 3;

    private static final Set<String> LANES = Set.of("verify", "browser", "packaged", "long");

    List<String> violations(Collection<String> promisedOnce, int openAtMost) {
        return Stream.of(
                        repeatedIds(),
                        removed(promisedOnce),
                        grown(openAtMost),
                        malformed(),
                        overworkedTests(),
                        unproved())
                .flatMap(List::stream)
                .toList();
    }

    private List<String> repeatedIds() {
        Set<String> seen = new HashSet<>();
        return ids().filter(id -> !seen.add(id)).map(id -> id + " is there twice").toList();
    }

    private List<String> removed(Collection<String> promisedOnce) {
        Set<String> ids = ids().collect(Collectors.toSet());
        return promisedOnce.stream()
                .filter(id -> !ids.contains(id))
                .map(id -> id + " was promised once and is gone")
                .toList();
    }

    private List<String> grown(int openAtMost) {
        int open = register.open().size();
        if (open > openAtMost) {
            return List.of(open + " promises are open, " + openAtMost + " were: that list shrinks");
        }
        if (open < openAtMost) {
            return List.of("only " + open + " promises are open: lower the limit to this");
        }
        return List.of();
    }

    private List<String> malformed() {
        List<String> found = new ArrayList<>();
        for (Register.Held held : register.held()) {
            if (held.promise().isBlank() || held.tests().isEmpty()) {
                found.add(held.id() + " lacks its promise or its test");
            }
            if (!LANES.contains(held.lane())) {
                found.add(held.id() + " is in an unknown lane: " + held.lane());
            }
        }
        for (Register.Open open : register.open()) {
            if (open.promise().isBlank()) {
                found.add(open.id() + " lacks its promise");
            }
        }
        return found;
    }

    private List<String> overworkedTests() {
        Map<String, Long> entries =
                register.held().stream()
                        .flatMap(held -> held.tests().stream())
                        .collect(Collectors.groupingBy(test -> test, Collectors.counting()));
        return entries.entrySet().stream()
                .filter(entry -> entry.getValue() > ENTRIES_PER_TEST_MAX)
                .map(entry -> entry.getKey() + " holds " + entry.getValue() + " promises")
                .sorted()
                .toList();
    }

    /** Promises of this lane whose tests have not run and passed. */
    private List<String> unproved() {
        List<String> found = new ArrayList<>();
        for (Register.Held held : register.held()) {
            if (held.lane().equals(lane)) {
                held.tests().stream()
                        .filter(test -> !reports.hasPassed(test))
                        .map(test -> held.id() + ": " + test + reports.lack(test))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private Stream<String> ids() {
        return Stream.concat(
                register.held().stream().map(Register.Held::id),
                register.open().stream().map(Register.Open::id));
    }
}
