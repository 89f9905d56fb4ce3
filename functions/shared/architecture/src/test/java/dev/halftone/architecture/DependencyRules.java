package dev.halftone.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Who may know whom. */
final class DependencyRules {
    private static final String[] FOREIGN_TO_PORTS = {
        "software.amazon..",
        "com.stripe..",
        "com.amazonaws..",
        "tools.jackson..",
        "com.fasterxml..",
        "org.springframework.."
    };

    private DependencyRules() {}

    static ArchRule coreKnowsTheJdkAlone(String base) {
        List<String> allowed = new ArrayList<>(Packages.jdk());
        allowed.add(base + ".core..");
        return classes()
                .that()
                .resideInAPackage(base + ".core..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(String[]::new));
    }

    /** In their order, each part of the domain knows only those before it. */
    static ArchRule coreKeepsItsOrder(String base) {
        List<ArchRule> rules = new ArrayList<>();
        for (int i = 0; i < Packages.CORE.size(); i++) {
            String[] later =
                    Packages.CORE.subList(i + 1, Packages.CORE.size()).stream()
                            .map(name -> base + ".core." + name + "..")
                            .toArray(String[]::new);
            rules.add(
                    noClasses()
                            .that()
                            .resideInAPackage(base + ".core." + Packages.CORE.get(i) + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(later)
                            .allowEmptyShould(true));
        }
        return CompositeArchRule.of(rules);
    }

    static ArchRule functionsStandAlone(String base) {
        return slices().matching(base + ".function.(*)..").should().notDependOnEachOther();
    }

    static ArchRule adaptersStandAlone(String base) {
        return slices().assignedFrom(new Adapters(base)).should().notDependOnEachOther();
    }

    static ArchRule providersStandAlone(String base) {
        return slices().matching(base + ".providers.(*)..").should().notDependOnEachOther();
    }

    static ArchRule adaptersKnowCoreAndTheirTechnology(String base) {
        List<ArchRule> rules = new ArrayList<>();
        Packages.ADAPTERS.forEach(
                (adapter, technology) -> {
                    String own = base + "." + adapter + "..";
                    List<String> allowed = new ArrayList<>(Packages.jdk());
                    allowed.addAll(technology);
                    allowed.addAll(List.of(base + ".core..", own));
                    rules.add(
                            classes()
                                    .that()
                                    .resideInAPackage(own)
                                    .should()
                                    .onlyDependOnClassesThat()
                                    .resideInAnyPackage(allowed.toArray(String[]::new)));
                });
        return CompositeArchRule.of(rules);
    }

    static ArchRule edgeKnowsNoAdapter(String base) {
        return noClasses()
                .that()
                .resideInAPackage(base + ".lambda..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(Packages.adapterPackages(base))
                                .or(resideInAPackage(base + ".function..")));
    }

    static ArchRule portsSpeakTheDomain(String base) {
        return methods()
                .that()
                .areDeclaredInClassesThat(
                        JavaClass.Predicates.INTERFACES.and(resideInAPackage(base + ".core..")))
                .should(involveNoForeignType());
    }

    static ArchRule springStaysAtTheEdge(String base) {
        return noClasses()
                .that(
                        resideInAPackage(base + "..")
                                .and(not(resideInAPackage(base + ".lambda..")))
                                .and(
                                        not(
                                                Packages.functionClassEnding(
                                                        base, "Application", "Handler"))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..");
    }

    private static ArchCondition<JavaMethod> involveNoForeignType() {
        return new ArchCondition<>("use no type of a technology") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                Set<JavaClass> involved =
                        method.getParameterTypes().stream()
                                .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                                .collect(Collectors.toSet());
                involved.addAll(method.getReturnType().getAllInvolvedRawTypes());
                involved.stream()
                        .filter(resideInAnyPackage(FOREIGN_TO_PORTS))
                        .forEach(
                                type ->
                                        events.add(
                                                SimpleConditionEvent.violated(
                                                        method,
                                                        method.getFullName()
                                                                + " uses "
                                                                + type.getName())));
            }
        };
    }

    private record Adapters(String base) implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            for (String adapter : Packages.ADAPTERS.keySet()) {
                if (resideInAPackage(base + "." + adapter + "..").test(type)) {
                    return SliceIdentifier.of(adapter);
                }
            }
            return SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "adapters";
        }
    }
}
