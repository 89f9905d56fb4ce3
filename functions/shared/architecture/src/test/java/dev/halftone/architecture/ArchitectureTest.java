package dev.halftone.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

// Protects the shape of the whole: every rule holds for every module, without exception.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class ArchitectureTest {

    static List<HouseRule> rules() {
        return HouseRule.all();
    }

    // A rule over classes that were never read would pass.
    @Test
    @Order(1)
    void theImporterSawEveryModule() {
        Set<String> packages =
                ImportedClasses.PROJECT.stream()
                        .filter(type -> !type.getSimpleName().equals("package-info"))
                        .map(JavaClass::getPackageName)
                        .collect(Collectors.toSet());
        assertThat(Repository.modules())
                .hasSizeGreaterThan(10)
                .filteredOn(module -> !module.endsWith("/architecture"))
                .allSatisfy(
                        module ->
                                assertThat(packages)
                                        .as(module)
                                        .anyMatch(name -> (name + ".").startsWith(owned(module))));
    }

    @ParameterizedTest
    @Order(2)
    @MethodSource("rules")
    void holds(HouseRule rule) {
        rule.rule().apply(ImportedClasses.BASE).check(ImportedClasses.PROJECT);
    }

    // A part of the domain outside the order would be bound by nothing.
    @Test
    void everyPartOfTheDomainHasItsPlaceInTheOrder() {
        Set<String> parts =
                ImportedClasses.PROJECT.stream()
                        .map(JavaClass::getPackageName)
                        .filter(name -> name.startsWith(ImportedClasses.BASE + ".core."))
                        .map(name -> name.substring((ImportedClasses.BASE + ".core.").length()))
                        .collect(Collectors.toSet());
        assertThat(parts).containsExactlyInAnyOrderElementsOf(Packages.CORE);
    }

    private static String owned(String module) {
        String name = module.substring(module.lastIndexOf('/') + 1).replace("-", "");
        String parent = module.startsWith("functions/shared/") ? "" : "function.";
        return ImportedClasses.BASE + "." + parent + name + ".";
    }
}
