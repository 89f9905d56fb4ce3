package dev.halftone.sandbox;

import dev.halftone.sandbox.http.Exchange;
import dev.halftone.sandbox.http.Handler;
import dev.halftone.sandbox.http.Html;
import java.io.IOException;

/** Says what this server stands for. */
final class IndexPage implements Handler {

    private static final String CONTENT =
            """
            <h1>The outside world, on your computer</h1>
            <p class="hint">Halftone's own code talks to this server as it would to the real services. It answers on this machine only.</p>
            <h2>It stands for</h2>
            <table>
            <tr><td><code>/google</code></td><td>An OpenID Connect provider with sample people (<a href="/google/.well-known/openid-configuration">discovery</a>)</td></tr>
            <tr><td><code>/fal</code></td><td>The queue of a model provider: it paints real pictures and films from a prompt and calls back, signed (<a href="/fal/.well-known/jwks.json">keys</a>)</td></tr>
            <tr><td><code>/gmi</code></td><td>GMI Cloud's request queue: it lists what it has, and calls nobody back</td></tr>
            <tr><td><code>/openai</code></td><td>OpenAI's images API: the answer to an order is the picture itself</td></tr>
            <tr><td><code>/gemini</code></td><td>Google's Gemini API: the same, and what its rules refuse is a success without a picture</td></tr>
            <tr><td><code>/vertex</code></td><td>Google Cloud's Vertex AI: the same for who brings a token, and the desk that gives tokens for signed assertions</td></tr>
            <tr><td><code>/vertex-veo</code></td><td>Vertex AI's films: begun and asked for, and the last answer is the film</td></tr>
            <tr><td><code>/moderation</code></td><td>OpenAI's moderation endpoint: refuses <code>[unsafe]</code>, is down for <code>[check down]</code>, late for <code>[check slow]</code></td></tr>
            <tr><td><code>/llm</code></td><td>A language model behind OpenAI's chat completions: it writes prompts from a brief</td></tr>
            <tr><td><code>/luma</code></td><td>Luma's Agents API: the addresses of its results live for an hour</td></tr>
            <tr><td><code>/dream-machine</code></td><td>Luma's older API: it calls back unsigned</td></tr>
            <tr><td><code>/hedra</code></td><td>Hedra: the same order twice is one, and it calls back, signed (<a href="/hedra/webhooks/public-key">key</a>)</td></tr>
            <tr><td><code>/pictures</code></td><td>Somebody's site: <a href="/pictures/boat.png">a picture for every name</a>, one that has <a href="/pictures/moved">moved</a>, and one that leads <code>inwards</code></td></tr>
            <tr><td><code>/ses</code></td><td>A mail service that delivers nothing: <a href="/mail">read what was sent</a>; addresses at <code>rejected.example</code> are refused</td></tr>
            <tr><td><code>/stripe</code></td><td>Stripe's API and pages for payers; at the <a href="/stripe/desk">desk</a> you play bank and seller</td></tr>
            <tr><td><code>/creem</code></td><td>Creem's: the same (<a href="/creem/desk">desk</a>), and it refuses prompts that say <code>[unsafe]</code> or <code>[flagged]</code></td></tr>
            <tr><td><code>/ssm</code></td><td>The parameter store that holds the secrets</td></tr>
            </table>
            <h2>Words that make the model provider misbehave</h2>
            <table>
            <tr><td><code>[moderation]</code></td><td>refuses the prompt</td></tr>
            <tr><td><code>[blanked]</code></td><td>makes it, and then refuses the result (fal.ai only)</td></tr>
            <tr><td><code>[slow]</code></td><td>takes twenty seconds</td></tr>
            <tr><td><code>[never]</code></td><td>never ends</td></tr>
            <tr><td><code>[late]</code></td><td>ends after ten minutes, when everybody has given up</td></tr>
            <tr><td><code>[429]</code> <code>[5xx]</code></td><td>turns the submission away twice, then accepts it</td></tr>
            <tr><td><code>[401]</code></td><td>turns the submission away as if the key had been revoked (fal.ai only)</td></tr>
            <tr><td><code>[fail]</code></td><td>ends with an error</td></tr>
            <tr><td><code>[truncated]</code></td><td>delivers half a file</td></tr>
            <tr><td><code>[stalled]</code></td><td>lets the first download hang until a second one has the file</td></tr>
            <tr><td><code>[lost]</code></td><td>accepts the submission, but the first answer is lost</td></tr>
            <tr><td><code>[deaf]</code></td><td>hears no wish to stop</td></tr>
            <tr><td><code>[silent]</code></td><td>never calls back</td></tr>
            <tr><td><code>[thrice]</code></td><td>calls back three times at once</td></tr>
            <tr><td><code>[malformed]</code> <code>[malformed once]</code></td><td>writes no JSON where JSON was asked for, always or the first time</td></tr>
            </table>
            """;

    @Override
    public void handle(Exchange exchange, String path) throws IOException {
        if (path.isEmpty()) {
            Html.guarded(exchange, "'none'")
                    .html(200, Html.page("Halftone sandbox", "wide", CONTENT));
        } else {
            Html.guarded(exchange, "'none'")
                    .html(404, Html.page("Not found", "", "<h1>Nothing here</h1>"));
        }
    }
}
