package dev.halftone.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the intrinsics of one template. Each call names the place the value is for, and so does
 * the refusal of what it cannot evaluate.
 */
public final class Resolver {
    public static final String REGION = "us-east-1";
    public static final String ACCOUNT_ID = "000000000000";

    private static final Map<String, String> PSEUDO_PARAMETERS =
            Map.of(
                    "AWS::Region", REGION,
                    "AWS::AccountId", ACCOUNT_ID,
                    "AWS::Partition", "aws",
                    "AWS::URLSuffix", "amazonaws.com",
                    "AWS::StackName", "halftone-local");
    private static final String NO_VALUE = "AWS::NoValue";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(!?)([^}]+)}");

    private final Template template;
    private final Map<String, String> parameters;
    private final ResourceAttributes attributes;

    Resolver(Template template, Map<String, String> parameters, ResourceAttributes attributes) {
        this.template = template;
        this.parameters = Map.copyOf(parameters);
        this.attributes = attributes;
    }

    Template template() {
        return template;
    }

    Map<String, String> parameters() {
        return parameters;
    }

    /** The resolver of a nested stack, with the parameters this template hands it. */
    Resolver nested(Resource stack) {
        String place = "the nested stack " + stack.logicalId();
        Map<String, Object> properties = map(stack.properties(), place);
        Map<String, String> inner = new LinkedHashMap<>();
        Values.map(properties.getOrDefault("Parameters", Map.of()), place)
                .forEach((name, value) -> inner.put(name, Values.text(value, place)));
        Template nested = template.sibling(Values.text(properties.get("TemplateURL"), place));
        return new Resolver(nested, inner, attributes);
    }

    /** The value without intrinsics; null if it is {@code AWS::NoValue}. */
    public @Nullable Object resolve(Object value, String place) {
        return switch (value) {
            case Intrinsic intrinsic -> evaluate(intrinsic, place);
            case Map<?, ?> map -> resolveMap(Values.map(map, place), place);
            case List<?> list -> resolveList(Values.list(list, place), place);
            default -> value;
        };
    }

    public String text(Object value, String place) {
        return Values.text(resolve(value, place), place);
    }

    public Map<String, Object> map(Object value, String place) {
        return Values.map(resolve(value, place), place);
    }

    /** The value of an output of this template. */
    public String output(String name, String place) {
        Object output = template.entry("Outputs", name);
        if (output == null) {
            throw new IllegalArgumentException(
                    template.file() + " has no output " + name + ", asked for by " + place);
        }
        return text(Values.map(output, name).getOrDefault("Value", ""), place);
    }

    private @Nullable Object resolveMap(Map<String, Object> map, String place) {
        if (map.size() == 1) {
            Map.Entry<String, Object> only = map.entrySet().iterator().next();
            if (Intrinsic.isName(only.getKey())) {
                return evaluate(new Intrinsic(only.getKey(), only.getValue()), place);
            }
        }
        Map<String, Object> resolved = new LinkedHashMap<>();
        map.forEach(
                (key, item) -> {
                    Object value = resolve(item, place);
                    if (value != null) {
                        resolved.put(key, value);
                    }
                });
        return resolved;
    }

    private List<Object> resolveList(List<Object> list, String place) {
        List<Object> resolved = new ArrayList<>();
        for (Object item : list) {
            Object value = resolve(item, place);
            if (value != null) {
                resolved.add(value);
            }
        }
        return resolved;
    }

    private @Nullable Object evaluate(Intrinsic intrinsic, String place) {
        Object argument = intrinsic.argument();
        return switch (intrinsic.name()) {
            case "Ref" -> ref(Values.text(argument, place), place);
            case "Fn::GetAtt" -> getAtt(dotted(argument, place), place);
            case "Fn::Sub" -> sub(argument, place);
            case "Fn::Join" -> join(Values.list(argument, place), place);
            case "Fn::If" -> choose(Values.list(argument, place), place);
            case "Fn::Equals" -> equal(Values.list(argument, place), place);
            case "Fn::Not" -> !isTrue(Values.list(argument, place).getFirst(), place);
            case "Fn::And" -> Values.list(argument, place).stream().allMatch(c -> isTrue(c, place));
            case "Fn::Or" -> Values.list(argument, place).stream().anyMatch(c -> isTrue(c, place));
            case "Condition" -> condition(Values.text(argument, place), place);
            default ->
                    throw new IllegalArgumentException(
                            "Unknown intrinsic " + intrinsic.name() + " in " + place);
        };
    }

    private @Nullable Object ref(String name, String place) {
        if (name.equals(NO_VALUE)) {
            return null;
        }
        String pseudo = PSEUDO_PARAMETERS.get(name);
        if (pseudo != null) {
            return pseudo;
        }
        Object parameter = template.entry("Parameters", name);
        return parameter == null
                ? attribute(name, ResourceAttributes.REF, place)
                : parameter(name, Values.map(parameter, name), place);
    }

    private String parameter(String name, Map<String, Object> declaration, String place) {
        String given = parameters.get(name);
        if (given != null) {
            return given;
        }
        Object standard = declaration.get("Default");
        if (standard == null) {
            throw new IllegalArgumentException(
                    "The parameter " + name + " has no value, asked for by " + place);
        }
        return Values.text(standard, place);
    }

    private String dotted(Object argument, String place) {
        return argument instanceof List<?> parts
                ? parts.stream().map(part -> text(part, place)).collect(Collectors.joining("."))
                : Values.text(argument, place);
    }

    private String getAtt(String path, String place) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            throw new IllegalArgumentException("Fn::GetAtt without attribute in " + place);
        }
        return attribute(path.substring(0, dot), path.substring(dot + 1), place);
    }

    private String attribute(String logicalId, String attribute, String place) {
        Resource resource = template.resource(logicalId);
        String value = resource == null ? null : attributes.attribute(resource, attribute, this);
        if (value == null) {
            throw new IllegalArgumentException(
                    "Nothing here answers " + logicalId + "." + attribute + " in " + place);
        }
        return value;
    }

    private String sub(Object argument, String place) {
        if (argument instanceof List<?> list) {
            Map<String, Object> names = map(list.getLast(), place);
            return substitute(Values.text(list.getFirst(), place), names, place);
        }
        return substitute(Values.text(argument, place), Map.of(), place);
    }

    private String substitute(String text, Map<String, Object> names, String place) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        StringBuilder result = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group(2);
            String value;
            if (!matcher.group(1).isEmpty()) {
                value = "${" + name + "}";
            } else if (names.containsKey(name)) {
                value = Values.text(names.get(name), place);
            } else {
                value = name.indexOf('.') < 0 ? refText(name, place) : getAtt(name, place);
            }
            matcher.appendReplacement(result, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(result).toString();
    }

    private String refText(String name, String place) {
        return Values.text(ref(name, place), place);
    }

    private String join(List<Object> arguments, String place) {
        return Values.list(resolve(arguments.getLast(), place), place).stream()
                .map(item -> Values.text(item, place))
                .collect(Collectors.joining(text(arguments.getFirst(), place)));
    }

    private @Nullable Object choose(List<Object> arguments, String place) {
        boolean chosen = condition(Values.text(arguments.getFirst(), place), place);
        return resolve(arguments.get(chosen ? 1 : 2), place);
    }

    private boolean equal(List<Object> arguments, String place) {
        return text(arguments.getFirst(), place).equals(text(arguments.getLast(), place));
    }

    private boolean condition(String name, String place) {
        Object condition = template.entry("Conditions", name);
        if (condition == null) {
            throw new IllegalArgumentException("Unknown condition " + name + " in " + place);
        }
        return isTrue(condition, place);
    }

    private boolean isTrue(Object condition, String place) {
        return Boolean.parseBoolean(text(condition, place));
    }
}
