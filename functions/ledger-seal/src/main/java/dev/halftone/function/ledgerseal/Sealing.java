package dev.halftone.function.ledgerseal;

import dev.halftone.core.DependencyFailure;
import dev.halftone.core.privacy.LogField;
import dev.halftone.core.seal.Arrival;
import dev.halftone.core.seal.SealEntries;
import dev.halftone.dynamodb.JournalNews;
import dev.halftone.lambda.Metrics;
import dev.halftone.lambda.StreamRecord;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Seals what the stream brings; what cannot be read comes again, until somebody looks. */
final class Sealing {
    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);

    private final SealEntries entries;
    private final Clock clock;

    Sealing(SealEntries entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    List<String> seal(List<StreamRecord> records) {
        List<Arrival> arrivals = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        for (StreamRecord record : records) {
            try {
                JournalNews.read(record.sequenceNumber(), record.keys(), record.newImage())
                        .ifPresent(arrivals::add);
            } catch (IllegalArgumentException e) {
                unreadable(record.sequenceNumber());
                failed.add(record.sequenceNumber());
            }
        }
        arrivals.stream()
                .filter(arrival -> arrival.entry() == null)
                .forEach(arrival -> unreadable(arrival.id()));
        SealEntries.Sealed sealed = entries.seal(arrivals, clock.instant());
        report(sealed);
        failed.addAll(sealed.failed());
        return failed;
    }

    private static void unreadable(String sequenceNumber) {
        LOG.atError()
                .addKeyValue(LogField.MESSAGE.key(), sequenceNumber)
                .log("A line cannot be read, its stream waits");
    }

    private static void report(SealEntries.Sealed sealed) {
        if (sealed.lines() > 0) {
            Metrics.count("ledger_lines_sealed", sealed.lines());
        }
        DependencyFailure failure = sealed.failure();
        if (failure != null) {
            LOG.atWarn()
                    .addKeyValue(LogField.COUNT.key(), sealed.failed().size())
                    .addKeyValue(LogField.DEPENDENCY.key(), failure.dependency())
                    .setCause(failure)
                    .log("Lines could not be sealed");
        }
    }
}
