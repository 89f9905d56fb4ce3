package dev.halftone.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which adapters each function's classes really use. */
final class ComposedAdapters {
    private ComposedAdapters() {}

    /** From a function's package name to the adapters, also for functions that use none. */
    static Map<String, Set<String>> of(JavaClasses classes, String base) {
        Map<String, Set<String>> composed = new TreeMap<>();
        String functions = base + ".function.";
        for (JavaClass type : classes) {
            if (type.getPackageName().startsWith(functions)) {
                String function = firstPart(type.getPackageName().substring(functions.length()));
                Set<String> adapters = composed.computeIfAbsent(function, _ -> new HashSet<>());
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    addAdapter(adapters, dependency.getTargetClass().getPackageName(), base);
                }
            }
        }
        return composed;
    }

    private static void addAdapter(Set<String> adapters, String packageName, String base) {
        if (packageName.startsWith(base + ".")) {
            String module = firstPart(packageName.substring(base.length() + 1));
            if (Packages.ADAPTERS.containsKey(module)) {
                adapters.add(module);
            }
        }
    }

    private static String firstPart(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
