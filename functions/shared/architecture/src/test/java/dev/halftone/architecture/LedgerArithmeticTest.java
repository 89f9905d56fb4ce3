package dev.halftone.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

// Protects balances from rounding: in the ledger every number is an integer, down to the bytecode.
final class LedgerArithmeticTest {

    @Test
    void theLedgerHasNoFloatingPointNumber() {
        String ledger = ImportedClasses.BASE + ".core.ledger";
        assertThat(ImportedClasses.PROJECT.stream().map(type -> type.getPackageName()))
                .contains(ledger);
        assertThat(FloatingPoint.uses(ImportedClasses.PROJECT, ledger)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "field has D",
                "share() has (J)F",
                "boxed() has ()Ljava/lang/Double;",
                "list() has ()Ljava/util/List<Ljava/lang/Double;>;",
                "cast() computes I2D",
                "product() computes DMUL",
                "product() loads 1.5",
                "rounded() has (D)D",
                "array() has F"
            })
    void noticesEveryForm(String use) {
        List<String> uses =
                FloatingPoint.uses(
                        ImportedClasses.PLANTED, ImportedClasses.PLANTED_BASE + ".core.ledger");
        assertThat(uses).anyMatch(found -> found.endsWith("RoundedLedger." + use));
    }

    @Test
    void acceptsIntegersAndNamesWithTheseLetters() {
        assertThat(
                        FloatingPoint.uses(
                                ImportedClasses.PLANTED,
                                ImportedClasses.PLANTED_BASE + ".core.ledger"))
                .noneMatch(found -> found.contains("InnocentLedger"));
    }
}
