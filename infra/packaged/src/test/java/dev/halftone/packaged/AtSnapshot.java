package dev.halftone.packaged;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.account.Session;
import dev.halftone.core.account.SessionToken;
import dev.halftone.core.account.UserId;
import dev.halftone.dynamodb.DynamoDbSessions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was found while every process waited at its snapshot.
 *
 * @param contents how much every table and queue held
 * @param asked the names of parameters that had been asked for
 * @param logs what each process had printed
 * @param heaps what lived in each process, as files
 * @param expiring a session that was alive when the snapshots were taken, and no later
 */
record AtSnapshot(
        Map<String, Integer> contents,
        List<String> asked,
        Map<String, String> logs,
        Map<String, Path> heaps,
        SessionToken expiring) {

    static AtSnapshot of(PackagedStudio studio) {
        Map<String, Integer> contents = studio.aws().contents();
        Map<String, String> logs = new TreeMap<>();
        Map<String, Path> heaps = new TreeMap<>();
        for (String function : studio.functions()) {
            LambdaProcess process = studio.process(function);
            logs.put(function, process.log());
            heaps.put(function, process.heapDump(studio.folder().resolve(function + ".hprof")));
        }
        return new AtSnapshot(
                contents, studio.parameters().asked(), logs, heaps, expiringSession(studio));
    }

    /** Lives until this very moment, which lies after all snapshots and before all restores. */
    private static SessionToken expiringSession(PackagedStudio studio) {
        SessionToken token = new SessionToken(new UserId("usr_" + "1".repeat(32)), "a".repeat(43));
        Instant now = Instant.now();
        Session session = Session.open(token, new AccountId("acc_" + "1".repeat(32)), now);
        new DynamoDbSessions(studio.aws().tables(), studio.aws().table("SessionsTable"))
                .open(
                        new Session(
                                token.user(),
                                session.account(),
                                session.id(),
                                session.tokenHash(),
                                now.minus(Duration.ofHours(1)),
                                now.minus(Duration.ofHours(1)),
                                now,
                                session.expiresAt(),
                                session.origin()));
        return token;
    }
}
