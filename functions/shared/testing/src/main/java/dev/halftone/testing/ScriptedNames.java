package dev.halftone.testing;

import dev.halftone.core.asset.HostNames;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A name service that answers each question of a host with what was scripted for it next. */
public final class ScriptedNames implements HostNames {

    private final Map<String, Deque<List<InetAddress>>> answers = new HashMap<>();
    private int questions;

    /** What the host has in the next answer; in every later one, if nothing else follows. */
    public synchronized void add(String host, String... addresses) {
        answers.computeIfAbsent(host, _ -> new ArrayDeque<>())
                .add(Stream.of(addresses).map(InetAddress::ofLiteral).toList());
    }

    @Override
    public synchronized List<InetAddress> resolve(String host, Duration timeMax) {
        questions++;
        Deque<List<InetAddress>> left = answers.getOrDefault(host, new ArrayDeque<>());
        return left.isEmpty() ? List.of() : left.size() == 1 ? left.getFirst() : left.removeFirst();
    }

    /** How often it was asked. */
    public synchronized int questions() {
        return questions;
    }
}
