package dev.halftone.template;

import java.io.Reader;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** YAML with CloudFormation's tags, each of which becomes an {@link Intrinsic}. */
final class TemplateYaml extends SafeConstructor {
    private TemplateYaml(LoaderOptions options) {
        super(options);
        yamlMultiConstructors.put("!", new ConstructIntrinsic());
    }

    static Map<String, Object> parse(Reader reader) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return Values.map(new Yaml(new TemplateYaml(options)).load(reader), "the template");
    }

    private final class ConstructIntrinsic extends AbstractConstruct {
        @Override
        public Object construct(Node node) {
            Object argument =
                    switch (node) {
                        case ScalarNode scalar -> scalar.getValue();
                        case SequenceNode sequence -> constructSequence(sequence);
                        case MappingNode mapping -> constructMapping(mapping);
                        default -> throw new IllegalArgumentException("Unknown node " + node);
                    };
            return Intrinsic.ofTag(node.getTag().getValue(), argument);
        }
    }
}
