package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.n;
import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.circuit.Circuit;
import dev.halftone.core.circuit.CircuitId;
import dev.halftone.core.circuit.Circuits;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Circuits in the Studio table.
 *
 * <pre>
 * pk CIRCUIT#&lt;provider&gt;[#&lt;endpoint&gt;]  sk CIRCUIT
 * </pre>
 *
 * There are no more of them than ways in the catalogue, and each takes the place of what it was
 * before, so none needs to expire.
 */
public final class DynamoDbCircuits implements Circuits {

    private static final String PREFIX = "CIRCUIT#";
    private static final String SORT = "CIRCUIT";
    private static final String STATE = "circuit"; // S
    private static final String FAILURES = "failures"; // N, in a row, while it is closed
    private static final String OPENINGS = "openings"; // N, in a row, while it is not
    private static final String AT = "changesAt"; // S, instant: the first failure, or the end
    private static final String REVISION = "revision"; // N

    private final Tables tables;
    private final String table;

    public DynamoDbCircuits(DynamoDbClient client, String studioTable) {
        this.tables = new Tables(client);
        this.table = studioTable;
    }

    @Override
    public Circuit find(CircuitId id) {
        Map<String, AttributeValue> item = tables.get(table, key(id));
        return item.isEmpty() ? Circuit.closed() : read(Attributes.ofItem(item));
    }

    /** An update, for who may change what is there need not be able to put generations. */
    @Override
    public boolean move(CircuitId id, Circuit before, Circuit after) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":v", Attributes.version());
        values.put(":revision", n(after.revision()));
        switch (after.state()) {
            case Circuit.State.Closed closed ->
                    put(values, "closed", closed.failures(), 0, closed.since());
            case Circuit.State.Open open -> put(values, "open", 0, open.openings(), open.until());
            case Circuit.State.Trial trial ->
                    put(values, "trial", 0, trial.openings(), trial.until());
        }
        String condition = Tables.NOT_EXISTS;
        if (before.revision() > 0) {
            condition = "#revision = :seen";
            values.put(":seen", n(before.revision()));
        }
        Update update =
                Update.builder()
                        .tableName(table)
                        .key(key(id))
                        .updateExpression(
                                "SET v = :v, #circuit = :circuit, failures = :failures,"
                                        + " openings = :openings, changesAt = :changesAt,"
                                        + " #revision = :revision")
                        .conditionExpression(condition)
                        .expressionAttributeNames(Map.of("#circuit", STATE, "#revision", REVISION))
                        .expressionAttributeValues(values)
                        .build();
        return switch (tables.update(update)) {
            case WriteOutcome.Written _ -> true;
            case WriteOutcome.Refused _ -> false;
        };
    }

    private static void put(
            Map<String, AttributeValue> values,
            String state,
            int failures,
            int openings,
            Instant at) {
        values.put(":" + STATE, s(state));
        values.put(":" + FAILURES, n(failures));
        values.put(":" + OPENINGS, n(openings));
        values.put(":" + AT, s(at));
    }

    private static Circuit read(Attributes item) {
        Instant at = item.instant(AT);
        int openings = Math.toIntExact(item.number(OPENINGS));
        String state = item.text(STATE);
        return new Circuit(
                switch (state) {
                    case "closed" ->
                            new Circuit.State.Closed(Math.toIntExact(item.number(FAILURES)), at);
                    case "open" -> new Circuit.State.Open(at, openings);
                    case "trial" -> new Circuit.State.Trial(at, openings);
                    default ->
                            throw new PermanentFailure(
                                    "dynamodb", "a circuit has the state " + state);
                },
                item.number(REVISION));
    }

    private static Map<String, AttributeValue> key(CircuitId id) {
        String endpoint = id.endpoint() == null ? "" : "#" + id.endpoint();
        return Attributes.key(PREFIX + id.provider() + endpoint, SORT);
    }
}
