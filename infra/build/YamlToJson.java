import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/** Turns a document that people write into the one that programs read. */
final class YamlToJson {
    private YamlToJson() {}

    /** The document, and the file to be written. */
    public static void main(String[] arguments) throws IOException {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Object document =
                new Yaml(new SafeConstructor(options)).load(Files.readString(Path.of(arguments[0])));
        Path file = Path.of(arguments[1]);
        Files.createDirectories(file.getParent());
        Files.write(file, JsonMapper.shared().writeValueAsBytes(document));
    }
}
