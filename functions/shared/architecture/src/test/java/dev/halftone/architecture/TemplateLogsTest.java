package dev.halftone.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

// Protects people from logs: each has its own group that forgets, and none records a query string,
// a header or an address.
final class TemplateLogsTest {
    private static final Template TEMPLATE = Template.functions();

    @Test
    void everyFunctionWritesToALogGroupOfItsOwn() {
        assertThat(TEMPLATE.functionBlocks())
                .isNotEmpty()
                .allSatisfy(
                        function -> {
                            String group = function.logicalId().replaceAll("Function$", "LogGroup");
                            assertThat(function.properties().at("LoggingConfig", "LogGroup").text())
                                    .isEqualTo(group);
                            assertThat(TEMPLATE.resource(group).exists()).isTrue();
                        });
    }

    @Test
    void everyLogGroupForgetsAfterThirtyDays() {
        assertThat(TEMPLATE.resources("AWS::Logs::LogGroup"))
                .hasSize(TEMPLATE.functionBlocks().size() + 1)
                .allSatisfy(
                        (_, group) ->
                                assertThat(group.at("Properties", "RetentionInDays").number())
                                        .isEqualTo(30));
    }

    /** The gateway cannot log a trace; its line leads to the function's, which names it. */
    @Test
    void accessLogsLeadToTheLinesOfTheFunctionThatAnswered() {
        String format =
                TEMPLATE.resource("Api").at("Properties", "AccessLogSettings", "Format").text();
        assertThat(format)
                .startsWith("{")
                .endsWith("}")
                .contains(
                        "\"timeMillis\":\"$context.requestTimeEpoch\"",
                        "\"requestId\":\"$context.requestId\"",
                        "\"functionRequestId\":\"$context.integration.requestId\"");
    }

    @Test
    void accessLogsHoldNoQueryHeaderCookieOrAddress() {
        String format =
                TEMPLATE.resource("Api").at("Properties", "AccessLogSettings", "Format").text();
        assertThat(format)
                .contains("$context.requestId", "$context.routeKey", "$context.status")
                .doesNotContainIgnoringCase("path")
                .doesNotContainIgnoringCase("query")
                .doesNotContainIgnoringCase("header")
                .doesNotContainIgnoringCase("cookie")
                .doesNotContainIgnoringCase("identity")
                .doesNotContainIgnoringCase("authorizer");
    }
}
