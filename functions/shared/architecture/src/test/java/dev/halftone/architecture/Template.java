package dev.halftone.architecture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A stack as it is written, intrinsics unresolved. */
record Template(TemplateValue root) {

    static Template functions() {
        return read("template.yaml");
    }

    static Template data() {
        return read("infra/data.yaml");
    }

    static Template messaging() {
        return read("infra/messaging.yaml");
    }

    /** Every stack, found by what it is. */
    static Map<String, Template> all() {
        Map<String, Template> all = new LinkedHashMap<>();
        all.put("template.yaml", functions());
        Repository.filesEndingWith(".yaml", Repository.file("infra")).stream()
                .filter(file -> Repository.text(file).startsWith("AWSTemplateFormatVersion"))
                .map(file -> Repository.root().relativize(file).toString())
                .forEach(file -> all.put(file, read(file)));
        return all;
    }

    TemplateValue resource(String logicalId) {
        return root.at("Resources", logicalId);
    }

    Map<String, TemplateValue> resources(String type) {
        Map<String, TemplateValue> found = new LinkedHashMap<>();
        root.at("Resources")
                .entries()
                .forEach(
                        (logicalId, resource) -> {
                            if (resource.at("Type").text().equals(type)) {
                                found.put(logicalId, resource);
                            }
                        });
        return found;
    }

    List<FunctionBlock> functionBlocks() {
        return resources("AWS::Serverless::Function").entrySet().stream()
                .map(entry -> new FunctionBlock(entry.getKey(), entry.getValue().at("Properties")))
                .toList();
    }

    private static Template read(String path) {
        return of(Repository.text(Repository.file(path)));
    }

    static Template of(String text) {
        return new Template(new TemplateValue(new Yaml(new ShortForms()).load(text)));
    }

    /** Reads {@code !GetAtt A.B} as the map {@code Fn::GetAtt: A.B}. */
    private static final class ShortForms extends SafeConstructor {
        ShortForms() {
            super(new LoaderOptions());
            yamlMultiConstructors.put(
                    "!",
                    new AbstractConstruct() {
                        @Override
                        public Object construct(Node node) {
                            String name = node.getTag().getValue().substring(1);
                            boolean bare = name.equals("Ref") || name.equals("Condition");
                            return Map.of(bare ? name : "Fn::" + name, argument(node));
                        }
                    });
        }

        private Object argument(Node node) {
            return switch (node) {
                case ScalarNode scalar -> constructScalar(scalar);
                case SequenceNode sequence -> constructSequence(sequence);
                case MappingNode mapping -> constructMapping(mapping);
                default -> throw new IllegalArgumentException("unknown form: " + node);
            };
        }
    }
}
