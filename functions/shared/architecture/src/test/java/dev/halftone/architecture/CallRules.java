package dev.halftone.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.Set;
import java.util.function.Predicate;

/** Who may call what; a method reference counts as a call. */
final class CallRules {
    private static final Set<String> VARIABLES =
            Set.of(
                    "java.lang.System.getenv",
                    "java.lang.System.getProperty",
                    "java.lang.System.getProperties",
                    "java.lang.Boolean.getBoolean",
                    "java.lang.Integer.getInteger",
                    "java.lang.Long.getLong");
    private static final Set<String> CLOCK_AND_CHANCE =
            Set.of(
                    "java.lang.System.currentTimeMillis",
                    "java.util.UUID.randomUUID",
                    "java.util.Random.<init>",
                    "java.util.Date.<init>",
                    "java.lang.Math.random",
                    "java.util.concurrent.ThreadLocalRandom.current");
    private static final Set<String> ANYTHING =
            Set.of(
                    "java.lang.Throwable",
                    "java.lang.Exception",
                    "java.lang.RuntimeException",
                    "java.lang.Error");

    private CallRules() {}

    /** Tests choose their engines by variables, so their support is free to read them. */
    static ArchRule onlyEnvironmentReadsVariables(String base) {
        ArchRule reading =
                noClasses()
                        .that(production(base).and(not(named(base + ".lambda.Environment"))))
                        .should()
                        .accessTargetWhere(target("a variable", VARIABLES::contains));
        ArchRule writing =
                noClasses()
                        .that(
                                production(base)
                                        .and(not(resideInAPackage(base + ".lambda..")))
                                        .and(not(Packages.functionClassEnding(base, "Handler"))))
                        .should()
                        .accessTargetWhere(
                                target("a setting", "java.lang.System.setProperty"::equals));
        return CompositeArchRule.of(reading).and(writing);
    }

    /** The pause before a store is asked again is random too, but decides nothing. */
    static ArchRule onlyApplicationsReadClockAndChance(String base) {
        return noClasses()
                .that(
                        production(base)
                                .and(not(Packages.functionClassEnding(base, "Application")))
                                .and(not(named(base + ".dynamodb.Tables"))))
                .should()
                .accessTargetWhere(
                        target("clock or chance", CLOCK_AND_CHANCE::contains)
                                .or(
                                        describe(
                                                "a clock of the system",
                                                CallRules::readsSystemClock)));
    }

    static ArchRule nobodyThrowsAnything(String base) {
        return noClasses()
                .that()
                .resideInAPackage(base + "..")
                .should()
                .accessTargetWhere(
                        describe(
                                "a new exception of no particular kind",
                                access ->
                                        access.getTarget().getName().equals("<init>")
                                                && ANYTHING.contains(
                                                        access.getTargetOwner().getName())
                                                && !access.getOriginOwner()
                                                        .isAssignableTo(Throwable.class)));
    }

    static ArchRule onlyTheEdgePrints(String base) {
        DescribedPredicate<JavaClass> elsewhere =
                resideInAPackage(base + "..").and(not(resideInAPackage(base + ".lambda..")));
        ArchRule printing =
                noClasses()
                        .that(elsewhere)
                        .should()
                        .accessTargetWhere(
                                target(
                                                "standard output",
                                                Set.of(
                                                                "java.lang.System.out",
                                                                "java.lang.System.err")
                                                        ::contains)
                                        .or(
                                                describe(
                                                        "a stack trace",
                                                        access ->
                                                                access.getTarget()
                                                                        .getName()
                                                                        .equals(
                                                                                "printStackTrace"))));
        ArchRule configuring =
                noClasses()
                        .that(elsewhere)
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage(
                                        "org.apache.logging.log4j..",
                                        "java.util.logging..",
                                        "ch.qos.logback..",
                                        "org.springframework.boot.logging.."));
        return CompositeArchRule.of(printing).and(configuring);
    }

    private static boolean readsSystemClock(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        if (owner.equals("java.time.Clock")) {
            return name.startsWith("system") || name.startsWith("tick");
        }
        return owner.startsWith("java.time.")
                && name.equals("now")
                && access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getRawParameterTypes().stream()
                        .noneMatch(type -> type.getName().equals("java.time.Clock"));
    }

    private static DescribedPredicate<JavaAccess<?>> target(String what, Predicate<String> member) {
        return describe(
                what,
                access ->
                        member.test(
                                access.getTargetOwner().getName()
                                        + "."
                                        + access.getTarget().getName()));
    }

    private static DescribedPredicate<JavaClass> production(String base) {
        return resideInAPackage(base + "..").and(not(resideInAPackage(base + ".testing..")));
    }

    private static DescribedPredicate<JavaClass> named(String name) {
        return describe(name, type -> Packages.outermost(type).getName().equals(name));
    }
}
