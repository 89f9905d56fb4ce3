package dev.halftone.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

// Protects against a variable that is read but not set, or set but no longer read.
final class TemplateVariablesTest {

    static List<FunctionBlock> functions() {
        return Template.functions().functionBlocks();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void declaredVariablesAreTheKeysThatTheConfigurationReads(FunctionBlock function)
            throws ReflectiveOperationException {
        ClassLoader loader = getClass().getClassLoader();
        Field keys = Class.forName(function.configuration(), true, loader).getDeclaredField("KEYS");
        keys.setAccessible(true);
        assertThat((Set<?>) keys.get(null)).isEqualTo(function.variables());
    }

    @Test
    void noVariableIsGivenToEveryFunction() {
        TemplateValue globals = Template.functions().root().at("Globals", "Function");
        assertThat(globals.at("Environment").exists()).isFalse();
    }

    @Test
    void noVariableHoldsASecret() {
        // A secret's name is passed, never its value: variables are readable in the console.
        assertThat(functions())
                .flatExtracting(FunctionBlock::variables)
                .filteredOn(name -> name.matches(".*(SECRET|KEY|TOKEN|PASSWORD).*"))
                .isNotEmpty()
                .allMatch(name -> name.endsWith("_PARAMETER"));
    }
}
