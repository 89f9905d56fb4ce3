package dev.halftone.function.studio;

import dev.halftone.core.account.SignedIn;
import dev.halftone.core.seal.FilePage;
import dev.halftone.core.seal.ReadProof;
import dev.halftone.core.seal.ReadRoots;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.Problem;
import dev.halftone.lambda.RawBody;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import java.util.regex.Pattern;

/** What a statement can be checked with, without trusting who answers here. */
final class ProofRoutes {
    private static final Pattern AFTER = Pattern.compile("0|[1-9]\\d{0,12}");
    // Roots are signed once an hour and are the same for everybody.
    private static final String FOR_A_WHILE = "public, max-age=60";

    private final ReadProof proof;
    private final ReadRoots roots;

    ProofRoutes(ReadProof proof, ReadRoots roots) {
        this.proof = proof;
        this.roots = roots;
    }

    HttpResponse proof(HttpRequest request, SignedIn caller) {
        return answer(
                request,
                "/v1/account/statement/proof",
                "halftone-statement.txt",
                after -> proof.read(caller.account(), after));
    }

    /** For everybody: nothing in it is about any one account. */
    HttpResponse roots(HttpRequest request) {
        HttpResponse answer =
                answer(request, "/v1/ledger/roots", "halftone-roots.txt", roots::read);
        return answer.status() == 200 ? answer.withHeader("cache-control", FOR_A_WHILE) : answer;
    }

    private static HttpResponse answer(
            HttpRequest request, String path, String name, LongFunction<FilePage> read) {
        OptionalLong after = after(request);
        if (after.isEmpty()) {
            return Problem.of(400, "invalid_after", "This is no number of a line or a root.")
                    .field("after")
                    .response();
        }
        FilePage page = read.apply(after.getAsLong());
        HttpResponse file =
                HttpResponse.bytes(200, "text/plain; charset=utf-8", RawBody.ofText(page.text()))
                        .withHeader("content-disposition", "attachment; filename=\"" + name + '"');
        return page.next() == null
                ? file
                : file.withHeader("link", "<" + path + "?after=" + page.next() + ">; rel=\"next\"");
    }

    private static OptionalLong after(HttpRequest request) {
        String text = request.queryParameter("after").filter(given -> !given.isEmpty()).orElse("0");
        return AFTER.matcher(text).matches()
                ? OptionalLong.of(Long.parseLong(text))
                : OptionalLong.empty();
    }
}
