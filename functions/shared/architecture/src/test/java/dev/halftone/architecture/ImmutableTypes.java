package dev.halftone.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.Set;

/**
 * Types that a constant may have. Collections count by their interface: what lies behind {@code
 * List.of} cannot be seen in a class file, but {@code ArrayList} can.
 */
final class ImmutableTypes {
    private static final List<String> PACKAGES =
            List.of(
                    "java.time",
                    "java.lang",
                    "java.lang.invoke",
                    "java.math",
                    "java.net",
                    "java.nio.charset",
                    "java.nio.file",
                    "java.util.function",
                    "java.util.regex",
                    "org.slf4j",
                    "tools.jackson");
    private static final Set<String> COLLECTIONS_AND_VALUES =
            Set.of(
                    "com.amazonaws.services.lambda.runtime.serialization.PojoSerializer",
                    "java.util.Base64$Decoder",
                    "java.util.Base64$Encoder",
                    "java.util.Comparator",
                    "java.util.Currency",
                    "java.util.HexFormat",
                    "java.util.List",
                    "java.util.Locale",
                    "java.util.Map",
                    "java.util.NavigableMap",
                    "java.util.Set",
                    "java.util.SortedMap",
                    "java.util.SortedSet",
                    "java.util.UUID");
    private static final Set<String> MUTABLE =
            Set.of("java.lang.StringBuilder", "java.lang.StringBuffer", "java.lang.ThreadLocal");

    private ImmutableTypes() {}

    static boolean contains(JavaClass type) {
        if (type.isArray() || MUTABLE.contains(type.getName())) {
            return false;
        }
        return type.isPrimitive()
                || type.isEnum()
                || type.isRecord()
                || COLLECTIONS_AND_VALUES.contains(type.getName())
                || PACKAGES.stream().anyMatch(name -> isWithin(type.getPackageName(), name))
                || hasOnlyFinalFields(type);
    }

    private static boolean isWithin(String packageName, String name) {
        return packageName.equals(name) || packageName.startsWith(name + ".");
    }

    /** For types of our own; of others, ArchUnit has read no fields to judge by. */
    private static boolean hasOnlyFinalFields(JavaClass type) {
        return type.getPackageName().startsWith("dev.halftone")
                && type.getAllFields().stream()
                        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                        .allMatch(field -> field.getModifiers().contains(JavaModifier.FINAL));
    }
}
