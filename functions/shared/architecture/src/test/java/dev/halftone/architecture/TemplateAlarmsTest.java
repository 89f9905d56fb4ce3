package dev.halftone.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.privacy.DataMap;
import dev.halftone.core.privacy.Place;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

// Protects an operator's sleep and the ledger: whatever counts forgeries wakes somebody, and no
// alarm waits for a metric that nobody counts.
final class TemplateAlarmsTest {
    private static final Collection<TemplateValue> ALARMS =
            Objects.requireNonNull(Template.all().get("infra/observability.yaml"))
                    .resources("AWS::CloudWatch::Alarm")
                    .values();

    private static List<String> counted() {
        return DataMap.declarations().stream()
                .map(each -> each.place())
                .filter(Place.Metric.class::isInstance)
                .map(place -> ((Place.Metric) place).name())
                .toList();
    }

    @Test
    void anAlarmWatchesTheAuditOfTheLedger() {
        assertThat(ALARMS)
                .anySatisfy(
                        alarm -> {
                            TemplateValue properties = alarm.at("Properties");
                            assertThat(properties.at("MetricName").text())
                                    .isEqualTo("ledger_audit_differences");
                            assertThat(properties.at("Namespace").text()).isEqualTo("Halftone");
                            assertThat(properties.at("Threshold").text()).isEqualTo("0");
                            assertThat(properties.at("ComparisonOperator").text())
                                    .isEqualTo("GreaterThanThreshold");
                        });
    }

    @Test
    void everyAlarmOnOurOwnMetricsWatchesOneThatIsCounted() {
        assertThat(ALARMS)
                .map(alarm -> alarm.at("Properties"))
                .filteredOn(properties -> properties.at("Namespace").text().equals("Halftone"))
                .isNotEmpty()
                .allMatch(properties -> counted().contains(properties.at("MetricName").text()));
    }
}
