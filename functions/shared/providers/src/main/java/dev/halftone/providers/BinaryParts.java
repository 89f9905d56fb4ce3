package dev.halftone.providers;

import java.io.BufferedOutputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads JSON that carries files in base64: each goes to a file of its own while it arrives, so that
 * ten large pictures at the same time need no memory. What remains is an ordinary small tree.
 */
public final class BinaryParts implements AutoCloseable {

    private static final int PARTS_MAX = 8;
    private static final int TEXT_CHARACTERS_MAX = 4 * 1024 * 1024;
    private static final int DEPTH_MAX = 50;
    private static final JsonMapper JSON =
            new JsonMapper(
                    JsonFactory.builder()
                            .streamReadConstraints(
                                    StreamReadConstraints.builder()
                                            .maxNestingDepth(DEPTH_MAX)
                                            .maxStringLength(TEXT_CHARACTERS_MAX)
                                            .build())
                            .build());

    private final Set<String> fields;
    private final Set<String> ignored;
    private final List<Path> files = new ArrayList<>();
    private long bytesLeft;
    private int charactersLeft = TEXT_CHARACTERS_MAX;
    private final boolean glancing;
    private boolean exceeded;
    private boolean seen;

    /**
     * Parts of one answer.
     *
     * @param fields the names of members whose text is a file
     * @param ignored the names of members that nobody reads, however long they are
     * @param bytesMax of all files together
     */
    public BinaryParts(Set<String> fields, Set<String> ignored, long bytesMax) {
        this(fields, ignored, bytesMax, false);
    }

    private BinaryParts(Set<String> fields, Set<String> ignored, long bytesMax, boolean glancing) {
        this.fields = Set.copyOf(fields);
        this.ignored = Set.copyOf(ignored);
        this.bytesLeft = bytesMax;
        this.glancing = glancing;
    }

    /** Reads no further than to where the first file begins, and fetches none. */
    public static BinaryParts glance(Set<String> fields) {
        return new BinaryParts(fields, Set.of(), 0, true);
    }

    /** Whether reading ended because there was more than is allowed. */
    public boolean isExceeded() {
        return exceeded;
    }

    /** Where the files of the answer are, or were. */
    List<Path> files() {
        return List.copyOf(files);
    }

    /**
     * Reads an answer.
     *
     * @throws JacksonException if it is no JSON, or breaks off
     * @throws UncheckedIOException if it is too large
     */
    JsonNode read(InputStream in) {
        try (JsonParser parser = JSON.createParser(new Limited(in))) {
            parser.nextToken();
            return value(parser, "");
        }
    }

    /**
     * Puts the file that stands at {@code node} in its place; {@code false} if none stands there.
     */
    public boolean move(JsonNode node, Path target) {
        if (!node.isBinary()) {
            return false;
        }
        try {
            Files.move(
                    files.get(node.binaryValue()[0]), target, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode value(JsonParser parser, String name) {
        if (ignored.contains(name)) {
            // A text that was not asked for is never gathered in memory.
            parser.skipChildren();
            return JsonNodeFactory.instance.nullNode();
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser, name);
            case VALUE_STRING ->
                    fields.contains(name)
                            ? JsonNodeFactory.instance.binaryNode(new byte[] {file(parser)})
                            : JsonNodeFactory.instance.stringNode(counted(parser.getString()));
            case VALUE_NUMBER_INT -> JsonNodeFactory.instance.numberNode(parser.getLongValue());
            case VALUE_TRUE, VALUE_FALSE ->
                    JsonNodeFactory.instance.booleanNode(parser.getBooleanValue());
            case null, default -> JsonNodeFactory.instance.nullNode();
        };
    }

    private ObjectNode object(JsonParser parser) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        while (!seen && parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = counted(parser.currentName());
            parser.nextToken();
            object.set(name, value(parser, name));
        }
        return object;
    }

    private ArrayNode array(JsonParser parser, String name) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        while (!seen && parser.nextToken() != JsonToken.END_ARRAY) {
            counted(" ");
            array.add(value(parser, name));
        }
        return array;
    }

    private String counted(String text) {
        charactersLeft -= text.length() + 1;
        if (charactersLeft < 0) {
            throw tooLarge();
        }
        return text;
    }

    private byte file(JsonParser parser) {
        if (glancing) {
            seen = true;
            return 0;
        }
        if (files.size() == PARTS_MAX) {
            throw tooLarge();
        }
        try {
            Path file = Files.createTempFile("part", null);
            files.add(file);
            try (OutputStream out = new Bounded(Files.newOutputStream(file))) {
                parser.readBinaryValue(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return (byte) (files.size() - 1);
    }

    /** Base64 takes a third more than the files; beyond twice their size nothing is read. */
    private final class Limited extends FilterInputStream {

        private long left = 2 * bytesLeft + TEXT_CHARACTERS_MAX;

        Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            return counted(in.read(), 1);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = in.read(bytes, offset, length);
            return counted(read, read);
        }

        private int counted(int answer, int octets) {
            left -= octets;
            if (left < 0) {
                throw tooLarge();
            }
            return answer;
        }
    }

    private UncheckedIOException tooLarge() {
        exceeded = true;
        return new UncheckedIOException(new IOException("too large"));
    }

    /** Lets no more through than all files together may have. */
    private final class Bounded extends FilterOutputStream {

        Bounded(OutputStream out) {
            super(new BufferedOutputStream(out));
        }

        @Override
        public void write(int octet) throws IOException {
            count(1);
            out.write(octet);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            count(length);
            out.write(bytes, offset, length);
        }

        private void count(int length) {
            bytesLeft -= length;
            if (bytesLeft < 0) {
                throw tooLarge();
            }
        }
    }

    @Override
    public void close() {
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
