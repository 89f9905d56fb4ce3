package dev.halftone.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

// Protects data from a function that is taken over: one role each, every action and resource named,
// and nobody may delete from the ledger.
final class TemplatePermissionsTest {
    private static final Template TEMPLATE = Template.functions();

    private static final String EXPECTED =
            """
            checkout InsightTable: dynamodb UpdateItem
            checkout LedgerTable: dynamodb BatchGetItem GetItem PutItem Query UpdateItem
            checkout SessionsTable: dynamodb BatchGetItem GetItem UpdateItem
            checkout parameter payments/creem: ssm GetParameter GetParameters
            checkout parameter payments/stripe: ssm GetParameter GetParameters
            checkout parameter public-url: ssm GetParameter GetParameters
            checkout parameter signing-key: ssm GetParameter GetParameters
            generation-submit InsightTable: dynamodb UpdateItem
            generation-submit BatchQueue: sqs DeleteMessage GetQueueAttributes ReceiveMessage SendMessage
            generation-submit DirectQueue: sqs SendMessage
            generation-submit LedgerTable: dynamodb BatchGetItem GetItem PutItem UpdateItem
            generation-submit ProviderQueue: sqs SendMessage
            generation-submit SessionsTable: dynamodb BatchGetItem GetItem UpdateItem
            generation-submit StudioTable: dynamodb BatchGetItem DeleteItem GetItem PutItem Query UpdateItem
            generation-submit parameter payments/creem: ssm GetParameter GetParameters
            generation-submit parameter providers/moderation: ssm GetParameter GetParameters
            generation-submit parameter public-url: ssm GetParameter GetParameters
            generation-submit parameter signing-key: ssm GetParameter GetParameters
            generation-sweep BatchQueue: sqs SendMessage
            generation-sweep DeliveryQueue: sqs SendMessage
            generation-sweep DirectQueue: sqs SendMessage
            generation-sweep ProviderQueue: sqs SendMessage
            generation-sweep StudioTable/index/due: dynamodb Query
            ledger-seal LedgerSealDeadLetterQueue: sqs SendMessage
            ledger-seal LedgerTable/index/sealing: dynamodb Query
            ledger-seal LedgerTable/index/statement: dynamodb Query
            ledger-seal LedgerTable/stream/*: dynamodb ListStreams
            ledger-seal LedgerTable: dynamodb BatchGetItem GetItem PutItem Query UpdateItem
            ledger-seal LedgerTableStream: dynamodb DescribeStream GetRecords GetShardIterator
            ledger-seal parameter ledger-key: ssm GetParameter GetParameters
            media-intake IntakeQueue: sqs DeleteMessage GetQueueAttributes ReceiveMessage
            media-intake MediaBucket/q/*: s3 DeleteObject GetObject
            media-intake MediaBucket/u/*: s3 DeleteObject PutObject
            media-intake StudioTable: dynamodb GetItem PutItem UpdateItem
            payment-webhook InsightTable: dynamodb PutItem UpdateItem
            payment-webhook LedgerTable: dynamodb BatchGetItem GetItem PutItem Query UpdateItem
            payment-webhook parameter payments/creem-webhook: ssm GetParameter GetParameters
            payment-webhook parameter payments/creem: ssm GetParameter GetParameters
            payment-webhook parameter payments/stripe-webhook: ssm GetParameter GetParameters
            payment-webhook parameter payments/stripe: ssm GetParameter GetParameters
            provider-poll DeliveryQueue: sqs DeleteMessage GetQueueAttributes ReceiveMessage SendMessage
            provider-poll DirectQueue: sqs DeleteMessage GetQueueAttributes ReceiveMessage SendMessage
            provider-poll LedgerTable: dynamodb GetItem PutItem UpdateItem
            provider-poll MediaBucket/u/*/lib/*: s3 GetObject
            provider-poll MediaBucket/u/*/out/*: s3 DeleteObject GetObject PutObject
            provider-poll ProviderQueue: sqs DeleteMessage GetQueueAttributes ReceiveMessage SendMessage
            provider-poll StudioTable: dynamodb GetItem UpdateItem
            provider-poll parameter providers/*: ssm GetParameter GetParameters
            provider-poll parameter public-url: ssm GetParameter GetParameters
            provider-poll parameter signing-key: ssm GetParameter GetParameters
            provider-webhook ProviderQueue: sqs SendMessage
            provider-webhook parameter fal-user-id: ssm GetParameter GetParameters
            provider-webhook parameter providers/dream-machine: ssm GetParameter GetParameters
            reconciliation LedgerTable/index/expiry: dynamodb Query
            reconciliation LedgerTable/index/sealing: dynamodb Query
            reconciliation LedgerTable/index/statement: dynamodb Query
            reconciliation LedgerTable: dynamodb BatchGetItem GetItem PutItem Query UpdateItem
            reconciliation parameter payments/creem: ssm GetParameter GetParameters
            reconciliation parameter payments/stripe: ssm GetParameter GetParameters
            sign-in InsightTable: dynamodb UpdateItem
            sign-in AccountsTable: dynamodb ConditionCheckItem DeleteItem GetItem PutItem Query UpdateItem
            sign-in LedgerTable: dynamodb GetItem PutItem Query UpdateItem
            sign-in identity *: ses SendEmail
            sign-in SessionsTable: dynamodb BatchGetItem DeleteItem GetItem PutItem Query UpdateItem
            sign-in parameter public-url: ssm GetParameter GetParameters
            sign-in parameter sign-in/*: ssm GetParameter GetParameters
            sign-in parameter signing-key: ssm GetParameter GetParameters
            studio InsightTable: dynamodb UpdateItem
            studio LedgerTable/index/statement: dynamodb GetItem Query
            studio LedgerTable: dynamodb BatchGetItem GetItem Query
            studio MediaBucket/t/*: s3 AbortMultipartUpload GetObject PutObject
            studio MediaBucket/u/*: s3 DeleteObject GetObject
            studio SessionsTable: dynamodb BatchGetItem GetItem UpdateItem
            studio StudioTable/index/history: dynamodb Query
            studio StudioTable/index/project: dynamodb Query
            studio StudioTable: dynamodb BatchGetItem DeleteItem GetItem PutItem Query UpdateItem
            studio parameter public-url: ssm GetParameter GetParameters
            studio parameter signing-key: ssm GetParameter GetParameters
            uploads InsightTable: dynamodb UpdateItem
            uploads FetchQueue: sqs SendMessage
            uploads IntakeQueue: sqs SendMessage
            uploads MediaBucket/q/*: s3 DeleteObject PutObject
            uploads MediaBucket/u/*: s3 DeleteObject GetObject
            uploads SessionsTable: dynamodb BatchGetItem GetItem UpdateItem
            uploads StudioTable/index/history: dynamodb Query
            uploads StudioTable: dynamodb DeleteItem GetItem PutItem UpdateItem
            uploads parameter public-url: ssm GetParameter GetParameters
            uploads parameter signing-key: ssm GetParameter GetParameters
            url-fetch FetchQueue: sqs DeleteMessage GetQueueAttributes ReceiveMessage
            url-fetch IntakeQueue: sqs SendMessage
            url-fetch MediaBucket/q/*/address: s3 GetObject
            url-fetch MediaBucket/q/*/file: s3 PutObject
            """;

    private record Grant(String service, String action, String resource) {}

    private static List<Grant> grants(FunctionBlock function) {
        return Statements.allowedBy(TEMPLATE.resource(function.role())).stream()
                .flatMap(
                        statement ->
                                statement.at("Resource").texts().stream()
                                        .flatMap(
                                                resource ->
                                                        statement.at("Action").texts().stream()
                                                                .map(
                                                                        action ->
                                                                                grant(
                                                                                        action,
                                                                                        resource))))
                .toList();
    }

    private static Grant grant(String action, String resource) {
        String name =
                resource.replaceAll("\\$\\{([^}]+)\\}(?=/(index|stream|t|u|q)/)", "$1")
                        .replaceAll("^(Data|Messaging)\\.Outputs\\.", "")
                        .replaceAll("Arn(?=/|$)", "")
                        .replaceAll("^arn:.*:identity/", "identity ")
                        .replaceAll("^arn:.*:parameter/halftone/\\$\\{Stage\\}/", "parameter ");
        String[] parts = action.split(":", 2);
        return new Grant(parts[0], parts[1], name);
    }

    @Test
    void everyFunctionMayDoExactlyThis() {
        Set<String> lines = new TreeSet<>();
        for (FunctionBlock function : TEMPLATE.functionBlocks()) {
            Map<String, List<Grant>> byResource =
                    grants(function).stream()
                            .filter(grant -> !grant.service().equals("logs"))
                            .collect(
                                    Collectors.groupingBy(
                                            grant -> grant.resource() + ": " + grant.service()));
            byResource.forEach(
                    (resource, grants) ->
                            lines.add(
                                    "%s %s %s"
                                            .formatted(
                                                    function.module(),
                                                    resource,
                                                    grants.stream()
                                                            .map(Grant::action)
                                                            .sorted()
                                                            .distinct()
                                                            .collect(Collectors.joining(" ")))));
        }
        assertThat(lines).containsExactlyInAnyOrderElementsOf(EXPECTED.lines().toList());
    }

    @Test
    void everyFunctionHasARoleOfItsOwnAndNoManagedPolicy() {
        assertThat(TEMPLATE.functionBlocks())
                .allSatisfy(
                        function -> {
                            assertThat(function.role())
                                    .isEqualTo(
                                            function.logicalId().replaceAll("Function$", "Role"));
                            // With Policies, SAM would build the role and attach managed ones.
                            assertThat(function.properties().at("Policies").exists()).isFalse();
                        });
        assertThat(Statements.roles(TEMPLATE).values())
                .allMatch(role -> !role.at("Properties", "ManagedPolicyArns").exists());
    }

    @Test
    void everyFunctionWritesOnlyItsOwnLogGroup() {
        assertThat(TEMPLATE.functionBlocks())
                .allSatisfy(
                        function ->
                                assertThat(grants(function))
                                        .filteredOn(grant -> grant.service().equals("logs"))
                                        .extracting(Grant::resource)
                                        .containsOnly(
                                                function.logicalId()
                                                        .replaceAll("Function$", "LogGroup.")));
    }

    @Test
    void noRoleNamesEveryResourceOrEveryAction() {
        Template.all().values().stream()
                .flatMap(template -> Statements.roles(template).values().stream())
                .flatMap(role -> Statements.allowedBy(role).stream())
                .forEach(
                        statement -> {
                            assertThat(statement.at("Resource").texts())
                                    .isNotEmpty()
                                    .doesNotContain("*");
                            assertThat(statement.at("Action").texts())
                                    .isNotEmpty()
                                    .noneMatch(action -> action.contains("*"));
                            assertThat(statement.at("NotAction").exists()).isFalse();
                            assertThat(statement.at("NotResource").exists()).isFalse();
                        });
    }

    @Test
    void noStackAllowsEverythingAnywhere() {
        Template.all()
                .forEach(
                        (file, template) ->
                                assertThat(template.root().everything())
                                        .as(file)
                                        .noneMatch(
                                                value -> value.at("Resource").text().equals("*")));
    }

    @Test
    void nobodyDeletesFromTheLedger() {
        assertThat(TEMPLATE.functionBlocks().stream().flatMap(block -> grants(block).stream()))
                .filteredOn(grant -> grant.resource().startsWith("LedgerTable"))
                .isNotEmpty()
                .extracting(Grant::action)
                .noneMatch(action -> action.matches("Delete.*|BatchWrite.*|PartiQL.*"));
    }
}
