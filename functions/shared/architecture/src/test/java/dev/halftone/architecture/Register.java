package dev.halftone.architecture;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What Halftone promises: {@code infra/promises.yaml}.
 *
 * @param held promises that tests hold today
 * @param open promises that nothing holds yet
 */
record Register(List<Held> held, List<Open> open) {

    /** A promise, the lane whose run proves it, and its tests as {@code Class#method}. */
    record Held(String id, String promise, String lane, List<String> tests) {}

    record Open(String id, String promise) {}

    static Register read(Path file) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Yaml yaml = new Yaml(new SafeConstructor(options));
        TemplateValue root = new TemplateValue(yaml.load(Repository.text(file)));
        return new Register(
                root.at("held").items().stream().map(Register::held).toList(),
                root.at("open").items().stream().map(Register::open).toList());
    }

    private static Held held(TemplateValue entry) {
        closed(entry, List.of("id", "promise", "lane", "tests"));
        return new Held(
                entry.at("id").text(),
                entry.at("promise").text(),
                entry.at("lane").text(),
                entry.at("tests").texts());
    }

    private static Open open(TemplateValue entry) {
        closed(entry, List.of("id", "promise"));
        return new Open(entry.at("id").text(), entry.at("promise").text());
    }

    private static void closed(TemplateValue entry, List<String> keys) {
        Map<String, TemplateValue> entries = entry.entries();
        if (!List.copyOf(entries.keySet()).equals(keys)) {
            throw new IllegalArgumentException("keys must be " + keys + ": " + entries.keySet());
        }
    }
}
