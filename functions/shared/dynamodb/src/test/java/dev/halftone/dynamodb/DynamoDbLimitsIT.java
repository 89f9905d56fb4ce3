package dev.halftone.dynamodb;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.catalogue.Ceilings;
import dev.halftone.core.catalogue.Ceilings.Ceiling;
import dev.halftone.core.catalogue.MicroDollars;
import dev.halftone.core.catalogue.Plans;
import dev.halftone.core.generation.Submissions;
import dev.halftone.core.generation.Usages;
import dev.halftone.testing.LimitsContract;
import dev.halftone.testing.StudioPorts;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoDbLimitsIT extends LimitsContract {

    private static final Ceiling MUCH =
            new Ceiling(new MicroDollars(1L << 60), new MicroDollars(1L << 60));

    @Override
    protected StudioPorts ports() {
        return TestStack.studio();
    }

    @Override
    protected Submissions submissions(Plans plans) {
        return TestStack.submissions(TestStack.client(), new Ceilings(MUCH, MUCH), plans);
    }

    @Override
    protected Usages usages() {
        return new DynamoDbUsages(
                TestStack.client(), TestStack.table("StudioTable"), TestStack.table("LedgerTable"));
    }

    @Override
    protected void subscribe(AccountId account, String plan) {
        TestStack.client()
                .updateItem(
                        update ->
                                update.tableName(TestStack.table("LedgerTable"))
                                        .key(AccountItem.key(account))
                                        .updateExpression("SET #plan = :plan")
                                        .expressionAttributeNames(Map.of("#plan", "plan"))
                                        .expressionAttributeValues(
                                                Map.of(":plan", AttributeValue.fromS(plan))));
    }
}
