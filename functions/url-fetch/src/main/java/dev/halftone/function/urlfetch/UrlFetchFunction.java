package dev.halftone.function.urlfetch;

import dev.halftone.core.asset.AssetWork;
import dev.halftone.core.asset.FetchAddress;
import dev.halftone.core.asset.FetchAsset;
import dev.halftone.core.asset.FetchOutcome;
import dev.halftone.core.asset.FetchRules;
import dev.halftone.core.privacy.LogField;
import dev.halftone.lambda.QueueFunction;
import dev.halftone.lambda.QueueMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Fetches what a message names, and says in the log what came of it; never from where. */
final class UrlFetchFunction implements QueueFunction.MessageHandler {
    private static final Logger LOG = LoggerFactory.getLogger(UrlFetchFunction.class);

    private final FetchAsset fetching;

    UrlFetchFunction(FetchRules rules, UrlFetchPorts ports) {
        this.fetching =
                new FetchAsset(
                        ports.files(),
                        new FetchAddress(rules, ports.names(), ports.web(), ports.clock()),
                        ports.queue());
    }

    @Override
    public void handle(QueueMessage message) {
        AssetWork work = AssetWork.parse(message.body());
        switch (fetching.fetch(work)) {
            case FetchOutcome.Idle _ -> line(work, "idle").log("Nothing to fetch");
            case FetchOutcome.Fetched _ -> line(work, "fetched").log("File fetched");
            case FetchOutcome.Refused refused ->
                    line(work, "refused")
                            .addKeyValue(LogField.DETAIL.key(), refused.why().code())
                            .log("File not fetched");
        }
    }

    private static LoggingEventBuilder line(AssetWork work, String outcome) {
        return LOG.atInfo()
                .addKeyValue(LogField.ASSET.key(), work.asset())
                .addKeyValue(LogField.TRACE.key(), work.trace())
                .addKeyValue(LogField.OUTCOME.key(), outcome);
    }
}
