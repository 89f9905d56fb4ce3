package dev.halftone.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.Page;
import dev.halftone.core.catalogue.MediaKind;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.Generations;
import dev.halftone.core.generation.HistoryFilter;
import dev.halftone.testing.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Goal: a page costs the same however long the history is. Method: count the queries and the items
 * that they read, for a person with ten generations and for one with a hundred times as many.
 */
class HistoryReadsIT {

    private static final int FEW = 10;
    private static final int MANY = 1_000;
    private static final int BATCH = 25;
    private static final HistoryFilter RARE =
            new HistoryFilter(null, MediaKind.VIDEO, null, null, null, null, List.of());

    // Asked first, for it starts the engine that the client below is to find.
    private static final String TABLE = TestStack.table("StudioTable");

    private final QueryMeter meter = new QueryMeter();
    private final DynamoDbClient client =
            DynamoDbClient.builder()
                    .httpClient(UrlConnectionHttpClient.create())
                    .overrideConfiguration(override -> override.addExecutionInterceptor(meter))
                    .build();
    private final Generations generations = new DynamoDbGenerations(client, TABLE);

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void aPageOfALongHistoryReadsAsMuchAsOneOfAShortHistory() {
        Person newcomer = withGenerations(FEW);
        Person regular = withGenerations(MANY);

        generations.history(newcomer.user(), 5, null);
        QueryMeter.Reads ofFew = meter.take();
        Page<Generation> page = generations.history(regular.user(), 5, null);
        QueryMeter.Reads ofMany = meter.take();
        generations.history(regular.user(), 5, page.nextCursor());

        assertThat(ofMany).isEqualTo(ofFew).isEqualTo(new QueryMeter.Reads(1, 6));
        assertThat(meter.take()).isEqualTo(ofFew);
    }

    @Test
    void aFilteredPageReadsABoundedNumberAndItsCursorGoesOn() {
        Person regular = withGenerations(MANY);

        List<Integer> read = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Page<Generation> page = generations.history(regular.user(), RARE, 5, cursor);
            assertThat(page.items()).isEmpty();
            cursor = page.nextCursor();
            read.add(meter.take().items());
        } while (cursor != null);

        assertThat(read).hasSize(MANY / Generations.LOOKED_AT_MAX + 1);
        assertThat(read).allMatch(items -> items <= Generations.LOOKED_AT_MAX + 1);
    }

    // A meter that sees nothing would agree with everything.
    @Test
    void theMeterSeesAReaderThatReadsEverything() {
        Person regular = withGenerations(MANY);

        client.query(
                query ->
                        query.tableName(TABLE)
                                .indexName("history")
                                .keyConditionExpression("ownerId = :owner")
                                .expressionAttributeValues(
                                        Map.of(":owner", Attributes.s(regular.user().value()))));

        assertThat(meter.take()).isEqualTo(new QueryMeter.Reads(1, MANY));
    }

    private static Person withGenerations(int count) {
        Person person = Person.fresh();
        List<WriteRequest> writes = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            Map<String, AttributeValue> item =
                    GenerationItem.putNew("any", person.generation(number, 4), "test").put().item();
            writes.add(WriteRequest.builder().putRequest(put -> put.item(item)).build());
        }
        for (int from = 0; from < count; from += BATCH) {
            List<WriteRequest> batch = writes.subList(from, Math.min(from + BATCH, count));
            assertThat(
                            TestStack.client()
                                    .batchWriteItem(
                                            write -> write.requestItems(Map.of(TABLE, batch)))
                                    .unprocessedItems())
                    .isEmpty();
        }
        return person;
    }
}
