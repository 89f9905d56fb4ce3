package dev.halftone.local.datamap;

import dev.halftone.core.privacy.Kind;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.ahocorasick.trie.PayloadEmit;
import org.ahocorasick.trie.PayloadTrie;

/** All canaries together: a text is read once, however many are looked for in it. */
final class Aviary {
    private final PayloadTrie<Kind> forms;

    Aviary(Collection<Canary> canaries) {
        PayloadTrie.PayloadTrieBuilder<Kind> all = PayloadTrie.builder();
        for (Canary canary : canaries) {
            canary.forms().forEach(form -> all.addKeyword(form, canary.kind()));
        }
        this.forms = all.build();
    }

    /** The kinds of which one is in the text. */
    Set<Kind> kindsIn(String text) {
        Set<Kind> found = EnumSet.noneOf(Kind.class);
        forms.parseText(text).stream().map(PayloadEmit::getPayload).forEach(found::add);
        return found;
    }
}
