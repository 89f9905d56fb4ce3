package dev.halftone.local.crash;

import dev.halftone.core.Secrets;
import dev.halftone.core.payment.PaymentProcessor;
import dev.halftone.core.payment.PaymentTerms;
import dev.halftone.function.generationsubmit.GenerationSubmitApplication;
import dev.halftone.function.generationsweep.GenerationSweepApplication;
import dev.halftone.function.ledgerseal.LedgerSealApplication;
import dev.halftone.function.providerpoll.ProviderPollApplication;
import dev.halftone.function.providerwebhook.ProviderWebhookApplication;
import dev.halftone.function.reconciliation.ReconciliationApplication;
import dev.halftone.lambda.PaymentAddresses;
import java.time.Clock;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** The functions as they are deployed, on clients whose network hangs on a lifeline. */
final class Applications {

    private Applications() {}

    /** generation-submit. */
    public static final class Submit extends GenerationSubmitApplication {
        @Override
        protected DynamoDbClient dynamoDb() {
            return Clients.DYNAMO_DB;
        }

        @Override
        protected SqsClient sqs() {
            return Clients.SQS;
        }

        @Override
        protected SsmClient ssm() {
            return Clients.SSM;
        }
    }

    /** provider-poll. */
    public static final class Poll extends ProviderPollApplication {
        @Override
        protected DynamoDbClient dynamoDb() {
            return Clients.DYNAMO_DB;
        }

        @Override
        protected SqsClient sqs() {
            return Clients.SQS;
        }

        @Override
        protected SsmClient ssm() {
            return Clients.SSM;
        }

        @Override
        protected S3Client s3() {
            return Clients.S3;
        }
    }

    /** provider-webhook. */
    public static final class Webhook extends ProviderWebhookApplication {
        @Override
        protected SqsClient sqs() {
            return Clients.SQS;
        }

        @Override
        protected SsmClient ssm() {
            return Clients.SSM;
        }
    }

    /** generation-sweep. */
    public static final class Sweep extends GenerationSweepApplication {
        @Override
        protected DynamoDbClient dynamoDb() {
            return Clients.DYNAMO_DB;
        }

        @Override
        protected SqsClient sqs() {
            return Clients.SQS;
        }
    }

    /** reconciliation. */
    public static final class Reconciliation extends ReconciliationApplication {
        @Override
        protected DynamoDbClient dynamoDb() {
            return Clients.DYNAMO_DB;
        }

        @Override
        protected SsmClient ssm() {
            return Clients.SSM;
        }

        /** Nobody sells anything here. */
        @Override
        protected List<PaymentProcessor> processors(
                PaymentAddresses at, PaymentTerms terms, Secrets secrets, Clock clock) {
            return List.of();
        }
    }

    /** ledger-seal. */
    public static final class Seal extends LedgerSealApplication {
        @Override
        protected DynamoDbClient dynamoDb() {
            return Clients.DYNAMO_DB;
        }

        @Override
        protected SsmClient ssm() {
            return Clients.SSM;
        }
    }
}
