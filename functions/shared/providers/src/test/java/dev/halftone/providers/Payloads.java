package dev.halftone.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.catalogue.Format;
import dev.halftone.core.generation.ProviderOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;

/** What an adapter has sent. */
final class Payloads {

    private Payloads() {}

    /** Gives two orders that say the same, and compares what was sent, byte for byte. */
    static void requireTheSame(
            ScriptedServer server, Consumer<ProviderOrder> giving, List<ProviderOrder> orders) {
        giving.accept(orders.getFirst());
        String first = server.calls().getLast().body();
        giving.accept(orders.getLast());

        assertThat(server.calls().getLast().body()).isEqualTo(first).isNotEmpty();
    }

    /** That everything was told, and files in their order. */
    static void requireInOrder(ScriptedServer server, ProviderOrder order) {
        String sent =
                String.join("\n", server.calls().stream().map(ScriptedServer.Call::body).toList());
        if (order.request().format() instanceof Format.Text) {
            return; // It is written, and looks like nothing.
        }
        assertThat(sent).contains("In charcoal.", "Mina: a grey cat", "Style: film noir");
        if (order.references().size() > 1) {
            assertThat(at(sent, Orders.FIRST)).isNotNegative().isLessThan(at(sent, Orders.SECOND));
        }
    }

    /** That these words went out in no call, nor in an address. */
    static void requireUntold(ScriptedServer server, String words) {
        assertThat(server.calls()).isNotEmpty();
        assertThat(server.calls().toString()).doesNotContain(words);
    }

    /** That somebody was told what is not wanted, or nobody. */
    static void requireNotWanted(ScriptedServer server, boolean told) {
        String sent =
                String.join("\n", server.calls().stream().map(ScriptedServer.Call::body).toList());
        assertThat(sent).contains(Orders.PROMPT);
        assertThat(sent.contains(Orders.NOT_WANTED)).isEqualTo(told);
    }

    /** Where a file is, as it is or in base64. */
    private static int at(String sent, String file) {
        String base64 = Base64.getEncoder().encodeToString(file.getBytes(StandardCharsets.UTF_8));
        return Math.max(sent.indexOf(base64), sent.indexOf(file));
    }
}
