package dev.halftone.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.HasDescription;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a class may look like. */
final class ShapeRules {
    private static final Pattern VAGUE_CLASS =
            Pattern.compile(".*(Util|Helper|Manager).*|.*(Impl|Service)");
    private static final Pattern VAGUE_PACKAGE =
            Pattern.compile("utils?|helpers?|managers?|impl|services?|common|misc");
    private static final Pattern PREFIXED_INTERFACE = Pattern.compile("I[A-Z].*");
    private static final Set<String> ANYTHING =
            Set.of("java.lang.Throwable", "java.lang.Exception", "java.lang.RuntimeException");

    private ShapeRules() {}

    static ArchRule staticFieldsNeverChange(String base) {
        return every(
                base + "..",
                "keep static fields final and immutable",
                type ->
                        type.getFields().stream()
                                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                                .filter(field -> !isSynthetic(field))
                                .filter(field -> !isConstant(field))
                                .map(field -> field.getFullName() + " may change")
                                .toList());
    }

    static ArchRule nothingIsInjected(String base) {
        return every(
                base + "..",
                "carry no annotation of a container",
                type ->
                        Stream.concat(
                                        type.getAnnotations().stream(),
                                        type.getMembers().stream()
                                                .map(JavaMember::getAnnotations)
                                                .flatMap(Set::stream))
                                .filter(ShapeRules::isOfAContainer)
                                .map(HasDescription::getDescription)
                                .map(found -> type.getName() + " carries " + found)
                                .toList());
    }

    static ArchRule namesSayWhatThingsAre(String base) {
        return every(
                base + "..",
                "have a name that says what they are",
                type -> when(matches(VAGUE_CLASS, type.getSimpleName()), type, "has a vague name"));
    }

    static ArchRule interfacesHaveNoPrefix(String base) {
        return every(
                base + "..",
                "not begin with I if they are interfaces",
                type ->
                        when(
                                type.isInterface()
                                        && matches(PREFIXED_INTERFACE, type.getSimpleName()),
                                type,
                                "begins with I"));
    }

    static ArchRule packagesSayWhatTheyOwn(String base) {
        return every(
                base + "..",
                "live in a package that says what it owns",
                type ->
                        when(
                                Arrays.stream(type.getPackageName().split("\\.", -1))
                                        .anyMatch(part -> matches(VAGUE_PACKAGE, part)),
                                type,
                                "lives in a vague package"));
    }

    static ArchRule failuresAreOfTwoKinds(String base) {
        return every(
                base + "..",
                "be a DependencyFailure of core if they can be thrown",
                type ->
                        when(
                                type.isAssignableTo(Throwable.class)
                                        && Stream.iterate(type, ShapeRules::exists, ShapeRules::up)
                                                .noneMatch(above -> isRootFailure(above, base)),
                                type,
                                "is a failure of its own kind"));
    }

    static ArchRule nobodyDeclaresAnything(String base) {
        return every(
                base + "..",
                "not declare an exception of no particular kind",
                type ->
                        type.getCodeUnits().stream()
                                .filter(
                                        unit ->
                                                unit.getExceptionTypes().stream()
                                                        .map(HasName::getName)
                                                        .anyMatch(ANYTHING::contains))
                                .map(unit -> unit.getFullName() + " declares anything")
                                .toList());
    }

    static ArchRule outcomesAreSealedRecords(String base) {
        return every(
                base + "..",
                "be sealed, of records, and not be asked what they are, if they are outcomes",
                type -> {
                    if (!type.getSimpleName().endsWith("Outcome")) {
                        return List.of();
                    }
                    return Stream.of(
                                    when(!isSealedOfRecords(type.reflect()), type, "is open"),
                                    askingMethods(type.reflect()))
                            .flatMap(List::stream)
                            .toList();
                });
    }

    static ArchRule recordsHoldNoArrays(String base) {
        return every(
                base + "..",
                "hold no array if they are records",
                type ->
                        type.getFields().stream()
                                .filter(field -> type.isRecord())
                                .filter(field -> !isStatic(field))
                                .filter(field -> field.getRawType().isArray())
                                .map(field -> field.getFullName() + " is an array")
                                .toList());
    }

    static ArchRule domainIsPlain(String base) {
        return every(
                base + ".core..",
                "have no setter and no mapping",
                type ->
                        Stream.concat(
                                        type.getMethods().stream()
                                                .filter(
                                                        method ->
                                                                method.getName()
                                                                        .matches("set[A-Z].*"))
                                                .map(HasName.AndFullName::getFullName),
                                        type.getDirectDependenciesFromSelf().stream()
                                                .map(dependency -> dependency.getTargetClass())
                                                .filter(ShapeRules::isOfAMapper)
                                                .map(JavaClass::getName))
                                .map(found -> type.getName() + " has " + found)
                                .toList());
    }

    /** A rule over all classes of a package, from a function that lists what is wrong with one. */
    private static ArchRule every(
            String packages, String sentence, Function<JavaClass, List<String>> faults) {
        return classes()
                .that(resideInAPackage(packages))
                .should(
                        new ArchCondition<>(sentence) {
                            @Override
                            public void check(JavaClass type, ConditionEvents events) {
                                faults.apply(type)
                                        .forEach(
                                                fault ->
                                                        events.add(
                                                                SimpleConditionEvent.violated(
                                                                        type, fault)));
                            }
                        });
    }

    private static List<String> when(boolean wrong, JavaClass type, String fault) {
        return wrong ? List.of(type.getName() + " " + fault) : List.of();
    }

    private static boolean matches(Pattern pattern, String name) {
        return pattern.matcher(name).matches();
    }

    private static boolean isSynthetic(JavaField field) {
        return field.getModifiers().contains(JavaModifier.SYNTHETIC);
    }

    private static boolean isStatic(JavaField field) {
        return field.getModifiers().contains(JavaModifier.STATIC);
    }

    private static boolean isConstant(JavaField field) {
        return field.getModifiers().contains(JavaModifier.FINAL)
                && ImmutableTypes.contains(field.getRawType());
    }

    private static boolean isOfAContainer(JavaAnnotation<?> annotation) {
        String name = annotation.getRawType().getName();
        return name.startsWith("org.springframework.")
                || name.startsWith("jakarta.inject.")
                || name.startsWith("jakarta.annotation.");
    }

    private static boolean isOfAMapper(JavaClass type) {
        return type.getPackageName().startsWith("com.fasterxml.jackson")
                || type.getPackageName().startsWith("tools.jackson");
    }

    private static boolean isRootFailure(JavaClass type, String base) {
        return type.getSimpleName().equals("DependencyFailure")
                && resideInAPackage(base + ".core..").test(type);
    }

    private static boolean exists(@Nullable JavaClass type) {
        return type != null;
    }

    private static @Nullable JavaClass up(JavaClass type) {
        return type.getRawSuperclass().orElse(null);
    }

    private static boolean isSealedOfRecords(Class<?> type) {
        return type.isInterface()
                && type.isSealed()
                && Arrays.stream(type.getPermittedSubclasses())
                        .allMatch(each -> each.isRecord() || isSealedOfRecords(each));
    }

    private static List<String> askingMethods(Class<?> outcome) {
        Stream<Class<?>> types =
                outcome.isSealed()
                        ? Stream.concat(
                                Stream.of(outcome), Arrays.stream(outcome.getPermittedSubclasses()))
                        : Stream.of(outcome);
        return types.flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.getName().matches("(is|get)[A-Z].*"))
                .map(method -> method.toString() + " asks what the outcome is")
                .toList();
    }
}
