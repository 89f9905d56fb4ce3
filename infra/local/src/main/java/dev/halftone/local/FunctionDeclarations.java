package dev.halftone.local;

import dev.halftone.template.Resolver;
import dev.halftone.template.Resource;
import dev.halftone.template.Stack;
import dev.halftone.template.Values;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the functions of a template, and refuses by name what this machine cannot stand for. */
public final class FunctionDeclarations {
    private static final String FUNCTION = "AWS::Serverless::Function";
    private static final String PROPERTIES = "Properties";
    private static final String ENVIRONMENT = "Environment";
    private static final String VARIABLES = "Variables";
    private static final int TIMEOUT_SECONDS = 3;
    private static final int MEMORY_MEGABYTES = 128;
    private static final int BATCH_SIZE = 10;
    private static final int CONCURRENCY_MAX = 10;
    private static final int STREAM_BATCH_SIZE = 100;
    private static final int UNBOUNDED = -1;

    private final Stack stack;
    private final Resolver resolver;

    private FunctionDeclarations(Stack stack) {
        this.stack = stack;
        this.resolver = stack.resolver();
    }

    public static List<FunctionDeclaration> read(Stack stack) {
        FunctionDeclarations reader = new FunctionDeclarations(stack);
        return stack.template().resources(FUNCTION).stream().map(reader::function).toList();
    }

    private FunctionDeclaration function(Resource function) {
        String name = function.logicalId();
        return new FunctionDeclaration(
                name,
                text(function, "Handler", null),
                Duration.ofSeconds(number(function, "Timeout", TIMEOUT_SECONDS)),
                number(function, "MemorySize", MEMORY_MEGABYTES),
                variables(function),
                triggers(function));
    }

    private Map<String, String> variables(Resource function) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.putAll(variables(globals().get(ENVIRONMENT), "Globals"));
        written.putAll(variables(function.properties().get(ENVIRONMENT), function.logicalId()));
        Map<String, String> variables = new LinkedHashMap<>();
        written.forEach(
                (variable, value) -> {
                    String place = "the variable " + variable + " of " + function.logicalId();
                    variables.put(variable, resolver.text(value, place));
                });
        return variables;
    }

    private static Map<String, Object> variables(@Nullable Object environment, String place) {
        return environment == null
                ? Map.of()
                : Values.map(
                        Values.map(environment, place).getOrDefault(VARIABLES, Map.of()), place);
    }

    private List<Trigger> triggers(Resource function) {
        List<Trigger> triggers = new ArrayList<>();
        Object events = function.properties().getOrDefault("Events", Map.of());
        Values.map(events, function.logicalId())
                .forEach(
                        (name, event) -> {
                            String place = "the event " + name + " of " + function.logicalId();
                            triggers.add(
                                    trigger(
                                            function.logicalId() + name,
                                            Values.map(event, place),
                                            place));
                        });
        return triggers;
    }

    private Trigger trigger(String name, Map<String, Object> event, String place) {
        Map<String, Object> properties = Values.map(event.get(PROPERTIES), place);
        String type = Values.text(event.get("Type"), place);
        return switch (type) {
            case "HttpApi" ->
                    new Trigger.Http(
                            property(properties, "Method", place),
                            property(properties, "Path", place));
            case "SQS" -> queue(properties, place);
            case "DynamoDB" -> stream(properties, place);
            case "ScheduleV2" -> rate(name, properties, place);
            default ->
                    throw new IllegalArgumentException("Unknown trigger " + type + " in " + place);
        };
    }

    private Trigger queue(Map<String, Object> written, String place) {
        Map<String, Object> properties = resolver.map(written, place);
        Object scaling = properties.getOrDefault("ScalingConfig", Map.of());
        Object responses = properties.getOrDefault("FunctionResponseTypes", List.of());
        return new Trigger.Queue(
                Values.text(properties.get("Queue"), place),
                Values.number(properties.getOrDefault("BatchSize", BATCH_SIZE), place),
                Values.list(responses, place).contains("ReportBatchItemFailures"),
                Values.number(
                        Values.map(scaling, place)
                                .getOrDefault("MaximumConcurrency", CONCURRENCY_MAX),
                        place));
    }

    private Trigger stream(Map<String, Object> written, String place) {
        Map<String, Object> properties = resolver.map(written, place);
        Object responses = properties.getOrDefault("FunctionResponseTypes", List.of());
        int retries =
                Values.number(properties.getOrDefault("MaximumRetryAttempts", UNBOUNDED), place);
        return new Trigger.Stream(
                Values.text(properties.get("Stream"), place),
                Values.number(properties.getOrDefault("BatchSize", STREAM_BATCH_SIZE), place),
                Values.list(responses, place).contains("ReportBatchItemFailures"),
                retries == UNBOUNDED ? Integer.MAX_VALUE : retries + 1,
                EventPattern.of(properties.get("FilterCriteria"), place));
    }

    private Trigger rate(String name, Map<String, Object> properties, String place) {
        Object input = properties.get("Input");
        return new Trigger.Rate(
                name,
                RateExpression.interval(property(properties, "ScheduleExpression", place), place),
                input == null ? null : resolver.text(input, place));
    }

    private String property(Map<String, Object> properties, String name, String place) {
        Object value = properties.get(name);
        if (value == null) {
            throw new IllegalArgumentException("No " + name + " in " + place);
        }
        return resolver.text(value, place);
    }

    private int number(Resource function, String property, int standard) {
        return Integer.parseInt(text(function, property, standard));
    }

    /** A function's own property, else that of all functions, else the standard. */
    private String text(Resource function, String property, @Nullable Object standard) {
        String place = property + " of " + function.logicalId();
        Object own = function.properties().get(property);
        Object value = own == null ? globals().getOrDefault(property, standard) : own;
        if (value == null) {
            throw new IllegalArgumentException("No " + place);
        }
        return resolver.text(value, place);
    }

    private Map<String, Object> globals() {
        return Values.map(
                stack.template().section("Globals").getOrDefault("Function", Map.of()), "Globals");
    }
}
