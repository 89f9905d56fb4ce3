package dev.halftone.bench;

import dev.halftone.template.Resource;
import dev.halftone.template.Template;
import dev.halftone.template.Values;
import java.util.Map;
import java.util.Objects;

/**
 * How a function takes messages from a queue.
 *
 * @param batch how many messages one execution works on at the same time
 * @param executions how many executions there are at the same time
 */
record EventSource(int batch, int executions) {

    private static final String PROPERTIES = "Properties";

    /** One of those that the template gives to the function that works with providers. */
    static EventSource declared(String event) {
        Resource function =
                Objects.requireNonNull(
                        Template.inRepository("template.yaml").resource("ProviderPollFunction"));
        Map<String, Object> events = Values.map(function.properties().get("Events"), "Events");
        Map<String, Object> source = Values.map(events.get(event), event);
        Map<String, Object> properties = Values.map(source.get(PROPERTIES), PROPERTIES);
        Map<String, Object> scaling = Values.map(properties.get("ScalingConfig"), "ScalingConfig");
        return new EventSource(
                Values.number(properties.get("BatchSize"), "BatchSize"),
                Values.number(scaling.get("MaximumConcurrency"), "MaximumConcurrency"));
    }
}
