package dev.halftone.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.generation.Claim;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationEvent;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.DrawOutcome;
import dev.halftone.core.payment.Order;
import dev.halftone.core.ratelimit.AdmitRequest;
import dev.halftone.core.ratelimit.BucketId;
import dev.halftone.core.ratelimit.RateClass;
import dev.halftone.engines.WriteMeter;
import dev.halftone.engines.WriteMeter.Written;
import dev.halftone.testing.Buyer;
import dev.halftone.testing.PaymentSamples;
import dev.halftone.testing.Person;
import dev.halftone.testing.Samples;
import dev.halftone.testing.StudioPorts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Goal: spending and buying credits, and counting requests, stays as cheap as it was designed to
 * be. Method: what AWS would bill for the ledger's part of a submission and of a post, for a
 * purchase, and for a request, by its published rule, from the real items. Every grant is as large
 * as grants come, and the submission draws on all of them.
 */
class WriteUnitsIT {

    // Account, transfer and line twice each, for they are one transaction; the line's place in the
    // statement once. More is a change of price that somebody should decide.
    private static final int UNITS = 7;
    private static final long EACH = 1_000;
    // Account, line, grant, its key, order, payment and what lists it twice each; the line's place
    // in the statement and the customer once.
    private static final int PURCHASE_UNITS = 16;
    // Late enough that the engine does not delete a bucket as expired meanwhile.
    private static final Instant LATE = Instant.parse("2035-03-01T12:00:00Z");
    private static final int READS = 100;
    private static final int READS_UNITS = 15;

    private final WriteMeter meter = new WriteMeter(TestStack.client());
    private final DynamoDbClient client =
            DynamoDbClient.builder()
                    .httpClient(UrlConnectionHttpClient.create())
                    .overrideConfiguration(override -> override.addExecutionInterceptor(meter))
                    .build();
    private final StudioPorts ports = TestStack.studio(client);
    private final Person person = Person.fresh();

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void aSubmissionWritesSevenUnitsOfTheLedgerWithOneGrant() {
        grant(1);

        List<Written> written = submit();

        assertThat(units(written)).as("%s", written).isEqualTo(UNITS);
    }

    @Test
    void aSubmissionWritesSevenUnitsOfTheLedgerWithEightGrants() {
        grant(8);

        List<Written> written = submit();

        assertThat(units(written)).as("%s", written).isEqualTo(UNITS);
    }

    // Protects: what the ceilings add to the price of a submission: one item each, written twice.
    @Test
    void aSubmissionWritesFourUnitsForTheCeilings() {
        grant(1);

        List<Written> counted =
                submit().stream().filter(each -> each.sort().startsWith("SPENT#")).toList();

        assertThat(WriteMeter.units(counted)).as("%s", counted).isEqualTo(4);
    }

    @Test
    void aPostWritesSevenUnitsOfTheLedgerWithOneGrant() {
        grant(1);
        submit();

        List<Written> written = post();

        assertThat(units(written)).as("%s", written).isEqualTo(UNITS);
    }

    // Protects: what counting results adds to the price of a delivery: one item, written twice.
    @Test
    void aPostWritesTwoUnitsForTheStorage() {
        grant(1);
        submit();

        List<Written> counted =
                post().stream().filter(each -> each.sort().equals("STORED")).toList();

        assertThat(WriteMeter.units(counted)).as("%s", counted).isEqualTo(2);
    }

    @Test
    void aPostWritesSevenUnitsOfTheLedgerWithEightGrants() {
        grant(8);
        submit();

        List<Written> written = post();

        assertThat(units(written)).as("%s", written).isEqualTo(UNITS);
    }

    /** The bound would hold nothing if the meter missed what makes an account large. */
    @Test
    void noticesThatAnAccountGrewBeyondAKilobyte() {
        grant(16);

        assertThat(units(submit())).isGreaterThan(UNITS);
        assertThat(units(post())).isGreaterThan(UNITS);
    }

    // Protects: what a sale costs us; to hear of it again only keeps the customer again.
    @Test
    void aPurchaseWritesSixteenUnitsOnce() {
        Buyer buyer = new Buyer(TestStack.payments(client));
        Order order = buyer.ordered(1, PaymentSamples.PACK);
        meter.take();

        buyer.hears(buyer.paid(1, order));

        List<Written> written = meter.take();
        assertThat(units(written)).as("%s", written).isEqualTo(PURCHASE_UNITS);

        buyer.hears(buyer.paid(1, order));
        assertThat(meter.take()).extracting(Written::units).containsExactly(1);
    }

    // Protects: what counting adds to a request, at people's pace and in a rush.
    @Test
    void aCountedRequestWritesOneUnitAndTwoWhenHurried() {
        AdmitRequest admitting = admitting();
        BucketId bucket = bucket(RateClass.CHANGE);

        admitting.admit(bucket, LATE);
        assertThat(WriteMeter.units(meter.take())).isEqualTo(1);
        admitting.admit(bucket, LATE);
        assertThat(WriteMeter.units(meter.take())).isEqualTo(2);
        admitting.admit(bucket, LATE.plusSeconds(5));
        assertThat(WriteMeter.units(meter.take())).isEqualTo(1);
    }

    // Protects: reads, which are most requests, hardly write.
    @Test
    void aHundredReadsWriteFewUnits() {
        AdmitRequest admitting = admitting();
        BucketId bucket = bucket(RateClass.READ);
        for (int request = 0; request < READS; request++) {
            admitting.admit(bucket, LATE);
        }

        List<Written> written = meter.take();
        assertThat(WriteMeter.units(written)).as("%s", written).isEqualTo(READS_UNITS);
    }

    private AdmitRequest admitting() {
        return new AdmitRequest(new DynamoDbRateLimits(client, TestStack.table("InsightTable")));
    }

    private BucketId bucket(RateClass kind) {
        return new BucketId(kind, person.account().value());
    }

    private static int units(List<Written> written) {
        return WriteMeter.units(
                written.stream()
                        .filter(each -> each.table().equals(TestStack.table("LedgerTable")))
                        .toList());
    }

    private void grant(int grants) {
        Instant end = person.now().plus(Duration.ofDays(30)).plusMillis(123);
        for (int number = 0; number < grants; number++) {
            ports.ledger()
                    .grant(
                            person.at(person.now().plusMillis(number))
                                    .period(number, EACH, end.plusMillis(number))
                                    .effective(person.now().minusMillis(number)));
        }
        meter.take();
    }

    /** Everything but one credit. */
    private List<Written> submit() {
        long credits = account().available().amount() - 1;
        Generation generation = person.generation(1, credits);
        DrawOutcome drawn = account().draw(new Credits(credits), person.now().plusSeconds(100));
        ports.submissions()
                .accept(
                        generation,
                        Samples.transfer(generation, ((DrawOutcome.Drawn) drawn).drawing()));
        return meter.take();
    }

    private List<Written> post() {
        Generation accepted = ports.generations().find(person.generation(1, 1).id()).orElseThrow();
        Generation delivering =
                moved(
                        moved(
                                accepted,
                                new GenerationEvent.SubmissionAccepted(
                                        Samples.providerRequest(1), person.now(), person.now())),
                        new GenerationEvent.ResultReady(
                                List.of(Samples.providerMedia(1)), person.now()));
        Generation succeeded =
                delivering
                        .on(
                                new GenerationEvent.Delivered(
                                        List.of(Samples.media(delivering, 0)),
                                        person.now().plusMillis(123)))
                        .orElseThrow();
        meter.take();
        assertThat(ports.settlements().settle(delivering, succeeded)).isTrue();
        return meter.take();
    }

    private Generation moved(Generation before, GenerationEvent event) {
        Generation after = before.on(event).orElseThrow();
        assertThat(ports.generations().move(before, after, new Claim("worker"))).isTrue();
        return after;
    }

    private Account account() {
        return ports.ledger().account(person.account()).orElseThrow();
    }
}
