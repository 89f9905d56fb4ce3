package dev.halftone.architecture;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One function of the template, with the names that follow from it. */
record FunctionBlock(String logicalId, TemplateValue properties) {

    /** The module's folder below {@code functions}, from the archive it builds. */
    String module() {
        String code = properties.at("CodeUri").text();
        return code.replace("functions/", "").replace("/target/lambda.zip", "");
    }

    String handler() {
        return properties.at("Handler").text();
    }

    String handlerSource() {
        return "functions/%s/src/main/java/%s.java"
                .formatted(module(), handler().replace('.', '/'));
    }

    String configuration() {
        return handler().replaceAll("Handler$", "Config");
    }

    Set<String> variables() {
        return properties.at("Environment", "Variables").entries().keySet();
    }

    int timeoutSeconds() {
        return properties.at("Timeout").number();
    }

    /** Logical id of the role that the block names. */
    String role() {
        return properties.at("Role").text().replaceAll("\\.Arn$", "");
    }

    List<TemplateValue> events(String type) {
        return properties.at("Events").entries().values().stream()
                .filter(event -> event.at("Type").text().equals(type))
                .map(event -> event.at("Properties"))
                .toList();
    }

    Set<String> routes() {
        return events("HttpApi").stream()
                .map(event -> event.at("Method").text() + " " + event.at("Path").text())
                .collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        return logicalId;
    }
}
