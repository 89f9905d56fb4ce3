package dev.halftone.function.studio;

import dev.halftone.core.account.SignedIn;
import dev.halftone.core.ledger.Ledger;
import dev.halftone.core.ledger.ReadStatement;
import dev.halftone.core.ledger.Statement;
import dev.halftone.core.ledger.StatementFilter;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.RawBody;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Every line that explains what a person has: to be shown, or to be kept as a table. */
final class StatementRoutes {
    static final int CSV_LINES_MAX = 1_000;

    private static final int LIMIT_DEFAULT = 50;
    // What one call may read, however few of the lines are wanted.
    private static final int CSV_READS_MAX = 12;

    private final ReadStatement readStatement;
    private final Clock clock;

    StatementRoutes(Ledger ledger, Clock clock) {
        this.readStatement = new ReadStatement(ledger);
        this.clock = clock;
    }

    HttpResponse statement(HttpRequest request, SignedIn caller) {
        return switch (StatementQuery.of(request)) {
            case StatementQuery.Invalid invalid -> invalid.response();
            case StatementQuery.Valid valid ->
                    PageReader.answer(
                            request,
                            LIMIT_DEFAULT,
                            PageRequest.LIMIT_MAX,
                            (limit, cursor) ->
                                    HttpResponse.json(
                                            200, page(caller, valid.filter(), limit, cursor)));
        };
    }

    HttpResponse csv(HttpRequest request, SignedIn caller) {
        return switch (StatementQuery.of(request)) {
            case StatementQuery.Invalid invalid -> invalid.response();
            case StatementQuery.Valid valid ->
                    PageReader.answer(
                            request,
                            CSV_LINES_MAX,
                            CSV_LINES_MAX,
                            (limit, cursor) -> csv(caller, valid, limit, cursor));
        };
    }

    private StatementResource page(
            SignedIn caller, StatementFilter filter, int limit, @Nullable String cursor) {
        return StatementResource.of(
                readStatement.read(caller.account(), filter, limit, cursor), clock.instant());
    }

    private HttpResponse csv(
            SignedIn caller, StatementQuery.Valid query, int limit, @Nullable String cursor) {
        List<Statement.Line> lines = new ArrayList<>();
        String next = cursor;
        for (int read = 0; read < CSV_READS_MAX && lines.size() < limit; read++) {
            int room = Math.min(limit - lines.size(), PageRequest.LIMIT_MAX);
            Statement page = readStatement.read(caller.account(), query.filter(), room, next);
            lines.addAll(page.lines());
            next = page.nextCursor();
            if (next == null) {
                break;
            }
        }
        HttpResponse file =
                HttpResponse.bytes(
                                200,
                                "text/csv; charset=utf-8",
                                RawBody.ofText(StatementCsv.text(lines, cursor == null)))
                        .withHeader(
                                "content-disposition",
                                "attachment; filename=\"halftone-statement.csv\"");
        return next == null ? file : file.withHeader("link", following(query, limit, next));
    }

    /** The address of what follows (RFC 8288). */
    private static String following(StatementQuery.Valid query, int limit, String cursor) {
        Map<String, String> parameters = new TreeMap<>(query.parameters());
        parameters.put("limit", Integer.toString(limit));
        parameters.put("cursor", cursor);
        List<String> pairs = new ArrayList<>();
        parameters.forEach(
                (name, value) ->
                        pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return "</v1/account/statement.csv?" + String.join("&", pairs) + ">; rel=\"next\"";
    }
}
