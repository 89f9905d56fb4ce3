package dev.halftone.template;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A template with its parameters' values and the address of the queues' engine: all it takes to
 * name what the template declares on this machine.
 */
public record Stack(Template template, Map<String, String> parameters, URI queues) {
    private static final URI NO_QUEUES = URI.create("http://127.0.0.1:1");

    public Stack {
        parameters = Map.copyOf(parameters);
    }

    /** For tests of one template, which need no queue's URL before the queue is made. */
    public static Stack inRepository(String path) {
        return new Stack(Template.inRepository(path), Map.of("Stage", "local"), NO_QUEUES);
    }

    public Resolver resolver() {
        return new Resolver(template, parameters, new LocalNames(queues));
    }

    /** This stack, and those it nests. */
    public List<Stack> withNested() {
        List<Stack> stacks = new ArrayList<>(List.of(this));
        Resolver resolver = resolver();
        for (Resource nested : template.resources(LocalNames.STACK)) {
            Resolver inner = resolver.nested(nested);
            stacks.add(new Stack(inner.template(), inner.parameters(), queues));
        }
        return stacks;
    }
}
