package dev.halftone.function.mediaintake;

import dev.halftone.core.asset.Asset;
import dev.halftone.core.asset.AssetState;
import dev.halftone.core.asset.AssetWork;
import dev.halftone.core.asset.CheckAsset;
import dev.halftone.core.asset.CheckOutcome;
import dev.halftone.core.privacy.LogField;
import dev.halftone.lambda.QueueFunction;
import dev.halftone.lambda.QueueMessage;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Looks at the upload of a message, and says in the log what came of it. */
final class MediaIntakeFunction implements QueueFunction.MessageHandler {
    private static final Logger LOG = LoggerFactory.getLogger(MediaIntakeFunction.class);

    private final CheckAsset checking;
    private final Clock clock;

    MediaIntakeFunction(MediaIntakePorts ports) {
        this.checking = new CheckAsset(ports.assets(), ports.files(), ports.pictures());
        this.clock = ports.clock();
    }

    @Override
    public void handle(QueueMessage message) {
        AssetWork work = AssetWork.parse(message.body());
        switch (checking.check(work, clock.instant())) {
            case CheckOutcome.Idle idle ->
                    line(work, "idle")
                            .addKeyValue(LogField.DETAIL.key(), idle.why())
                            .log("Nothing to look at");
            case CheckOutcome.Ended ended ->
                    line(work, ended.asset().state().label())
                            .addKeyValue(LogField.DETAIL.key(), detail(ended.asset()))
                            .log("Upload looked at");
        }
    }

    private static String detail(Asset asset) {
        return switch (asset.state()) {
            case AssetState.Refused refused -> refused.reason().code();
            case AssetState.Ready ready -> ready.file().type().contentType();
            case AssetState.Awaited _, AssetState.Checking _ -> "";
        };
    }

    private static LoggingEventBuilder line(AssetWork work, String outcome) {
        return LOG.atInfo()
                .addKeyValue(LogField.ASSET.key(), work.asset())
                .addKeyValue(LogField.TRACE.key(), work.trace())
                .addKeyValue(LogField.OUTCOME.key(), outcome);
    }
}
