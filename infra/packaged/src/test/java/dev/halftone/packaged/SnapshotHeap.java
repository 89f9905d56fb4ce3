package dev.halftone.packaged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.netbeans.lib.profiler.heap.FieldValue;
import org.netbeans.lib.profiler.heap.Heap;
import org.netbeans.lib.profiler.heap.HeapFactory;
import org.netbeans.lib.profiler.heap.Instance;
import org.netbeans.lib.profiler.heap.JavaClass;
import org.netbeans.lib.profiler.heap.ObjectArrayInstance;
import org.netbeans.lib.profiler.heap.ObjectFieldValue;

/**
 * What a snapshot would hold: the live objects of a process that waits for it. Whatever is drawn,
 * dated or secret there is the same in every environment that is restored from it.
 */
final class SnapshotHeap {
    private static final String OURS = "dev.halftone.";
    // Where our own objects keep others: not what frameworks and clients hold for themselves.
    private static final List<String> CONTAINERS =
            List.of("java.util.", OURS, "java.lang.Object[]", "java.time.");
    private static final Set<String> SECRETS =
            Set.of(OURS + "core.SecretText", OURS + "core.SigningKey");
    private static final Set<String> DICE =
            Set.of("java.util.UUID", "java.util.Random", "java.util.SplittableRandom");
    private static final String SECURE_DICE = "java.security.SecureRandom";
    // Reads the kernel's entropy each time; every other one goes on from its seed.
    private static final String KERNEL_DICE = "sun.security.provider.NativePRNG";

    private final Path file;

    SnapshotHeap(Path file) {
        this.file = file;
    }

    /** Those texts that stand anywhere in it. */
    List<String> holds(Collection<String> texts) {
        try {
            String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            return texts.stream().filter(content::contains).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What our own objects captured, as {@code owner: what}; dates count from {@code started}. */
    Set<String> captured(Instant started) {
        Set<String> captured = new TreeSet<>();
        Heap heap = open();
        for (JavaClass type : heap.getAllClasses()) {
            if (type.getName().startsWith(OURS)) {
                follow(type.getName(), type.getStaticFieldValues(), started, captured);
            }
        }
        for (Instance instance : heap.getAllInstances()) {
            String owner = instance.getJavaClass().getName();
            if (owner.startsWith(OURS)) {
                if (SECRETS.contains(owner)) {
                    captured.add(owner + ": a secret");
                }
                follow(owner, instance.getFieldValues(), started, captured);
            }
        }
        return captured;
    }

    private Heap open() {
        try {
            return HeapFactory.createFastHeap(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void follow(
            String owner, List<FieldValue> fields, Instant started, Set<String> captured) {
        Deque<Instance> open = new ArrayDeque<>();
        Set<Long> seen = new HashSet<>();
        push(open, fields);
        while (!open.isEmpty()) {
            Instance instance = open.pop();
            String type = instance.getJavaClass().getName();
            if (!seen.add(instance.getInstanceId())) {
                continue;
            }
            String finding = finding(instance, type, started);
            if (finding != null) {
                captured.add(owner + ": " + finding);
            } else if (instance instanceof ObjectArrayInstance array) {
                array.getValues().stream().filter(each -> each != null).forEach(open::push);
            } else if (CONTAINERS.stream().anyMatch(type::startsWith) && !type.startsWith(OURS)) {
                push(open, instance.getFieldValues());
            }
        }
    }

    private static void push(Deque<Instance> open, List<FieldValue> fields) {
        for (FieldValue field : fields) {
            if (field instanceof ObjectFieldValue reference && reference.getInstance() != null) {
                open.push(reference.getInstance());
            }
        }
    }

    private static @Nullable String finding(Instance instance, String type, Instant started) {
        if (DICE.contains(type)) {
            return type;
        }
        if (type.equals(SECURE_DICE)) {
            Instance source = (Instance) instance.getValueOfField("secureRandomSpi");
            String name = source.getJavaClass().getName();
            return name.startsWith(KERNEL_DICE) ? null : name;
        }
        if (type.equals("java.time.Instant")) {
            long second = (Long) instance.getValueOfField("seconds");
            return second >= started.getEpochSecond() && second <= Instant.now().getEpochSecond()
                    ? "the time of its start"
                    : null;
        }
        return null;
    }
}
