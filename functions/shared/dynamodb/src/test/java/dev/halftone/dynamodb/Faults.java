package dev.halftone.dynamodb;

import dev.halftone.dynamodb.FaultyHttpClient.Fault;
import java.util.Collections;

/** What DynamoDB says when it does not do as it is told, word for word. */
final class Faults {

    static final String TRANSACT_WRITE = "TransactWriteItems";
    static final String TRANSACT_GET = "TransactGetItems";
    static final String UPDATE = "UpdateItem";
    static final String GET = "GetItem";
    static final String BATCH_GET = "BatchGetItem";

    private static final String TYPE = "com.amazonaws.dynamodb.v20120810#";

    private Faults() {}

    static Fault lostReply() {
        return new Fault.LostReply();
    }

    static Fault unreachable() {
        return new Fault.Unreachable();
    }

    /** Another transaction touches the last of {@code actions} items. */
    static Fault conflict(int actions) {
        return cancelled(actions, "TransactionConflict", false);
    }

    /** The engine wrote it; a repetition that the client made inside met itself. */
    static Fault conflictThoughApplied(int actions) {
        return cancelled(actions, "TransactionConflict", true);
    }

    static Fault throttledInside(int actions) {
        return cancelled(actions, "ThrottlingError", false);
    }

    private static Fault cancelled(int actions, String code, boolean applied) {
        String others = String.join("", Collections.nCopies(actions - 1, "{\"Code\":\"None\"},"));
        String body =
                "{\"__type\":\"%sTransactionCanceledException\",\"Message\":\"cancelled\","
                        + "\"CancellationReasons\":[%s{\"Code\":\"%s\",\"Message\":\"why\"}]}";
        return new Fault.Answer(400, body.formatted(TYPE, others, code), applied);
    }

    static Fault conflictOfOneItem() {
        return error(400, "TransactionConflictException");
    }

    static Fault throttled() {
        return error(400, "ProvisionedThroughputExceededException");
    }

    static Fault internalError(boolean applied) {
        Fault.Answer answer = error(500, "InternalServerError");
        return new Fault.Answer(answer.statusCode(), answer.body(), applied);
    }

    static Fault.Answer error(int statusCode, String type) {
        return new Fault.Answer(
                statusCode,
                "{\"__type\":\"%s%s\",\"message\":\"said the test\"}".formatted(TYPE, type),
                false);
    }

    /** A batch of which nothing was read. */
    static Fault unprocessed(String table, String pk, String sk) {
        String body =
                "{\"Responses\":{},\"UnprocessedKeys\":{\"%s\":{\"ConsistentRead\":true,"
                        + "\"Keys\":[{\"pk\":{\"S\":\"%s\"},\"sk\":{\"S\":\"%s\"}}]}}}";
        return new Fault.Answer(200, body.formatted(table, pk, sk), false);
    }
}
