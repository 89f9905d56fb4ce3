package dev.halftone.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

// Protects what must never be lost, or forgotten by itself: tables outlive their stack, and only
// sessions expire.
final class TablesTest {
    private static final Map<String, TemplateValue> TABLES =
            Template.data().resources("AWS::DynamoDB::Table");

    static List<TemplateValue> tables() {
        return List.copyOf(TABLES.values());
    }

    @Test
    void everyTableIsInTheDataStack() {
        assertThat(TABLES)
                .containsOnlyKeys(
                        "SessionsTable",
                        "AccountsTable",
                        "StudioTable",
                        "LedgerTable",
                        "InsightTable");
        Template.all()
                .forEach(
                        (file, template) -> {
                            if (!file.equals("infra/data.yaml")) {
                                assertThat(template.resources("AWS::DynamoDB::Table"))
                                        .as(file)
                                        .isEmpty();
                            }
                        });
    }

    @ParameterizedTest
    @MethodSource("tables")
    void survivesDeletionReplacementAndMistakes(TemplateValue table) {
        assertThat(table.at("DeletionPolicy").text()).isEqualTo("RetainExceptOnCreate");
        assertThat(table.at("UpdateReplacePolicy").text()).isEqualTo("Retain");
        TemplateValue properties = table.at("Properties");
        assertThat(properties.at("DeletionProtectionEnabled").isTrue()).isTrue();
        assertThat(
                        properties
                                .at(
                                        "PointInTimeRecoverySpecification",
                                        "PointInTimeRecoveryEnabled")
                                .isTrue())
                .isTrue();
        assertThat(properties.at("SSESpecification", "SSEEnabled").isTrue()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void costsNothingAtRestAndSharesOneKeyShape(TemplateValue table) {
        TemplateValue properties = table.at("Properties");
        assertThat(properties.at("BillingMode").text()).isEqualTo("PAY_PER_REQUEST");
        assertThat(properties.at("ProvisionedThroughput").exists()).isFalse();
        assertThat(properties.at("KeySchema").items())
                .extracting(key -> key.at("AttributeName").text() + " " + key.at("KeyType").text())
                .containsExactly("pk HASH", "sk RANGE");
    }

    @Test
    void onlyWhatIsNoMoneyExpiresByItself() {
        assertThat(TABLES)
                .allSatisfy(
                        (logicalId, table) ->
                                assertThat(
                                                table.at(
                                                                "Properties",
                                                                "TimeToLiveSpecification",
                                                                "AttributeName")
                                                        .text())
                                        .isEqualTo(
                                                switch (logicalId) {
                                                    case "SessionsTable",
                                                            "AccountsTable",
                                                            "InsightTable" ->
                                                            "expiresAt";
                                                    case "StudioTable" -> "countedUntil";
                                                    default -> "";
                                                }));
    }
}
