package dev.halftone.local;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One function as the template declares it, with every variable evaluated. */
public record FunctionDeclaration(
        String logicalId,
        String handlerClass,
        Duration timeout,
        int memoryMegabytes,
        Map<String, String> variables,
        List<Trigger> triggers) {
    public FunctionDeclaration {
        variables = Map.copyOf(variables);
        triggers = List.copyOf(triggers);
    }
}
