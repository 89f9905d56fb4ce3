package dev.halftone.core.mark;

import dev.halftone.core.mark.Piece.Range;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The text that says that a model made a file, in XMP. The property is that of the IPTC Photo
 * Metadata Standard; its value is the IPTC's word for what a trained model made from nothing but a
 * description.
 */
final class MarkText {

    // A name space, so that ours is told from everybody else's; nothing is served there.
    private static final String OURS = "urn:halftone:origin:1";
    // Readers of standards write the word in several spellings of the same address.
    private static final String SOURCE_TYPE = "digitalsourcetype/";
    private static final String FORM =
            """
            <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about=""
             xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
             xmlns:origin="urn:halftone:origin:1"
             Iptc4xmpExt:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
             origin:model="{model}"
             origin:day="{day}"
             origin:signature="{signature}"/>
            </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="r"?>
            """;

    private MarkText() {}

    static ByteBuffer of(Origin origin, String signature) {
        String text =
                FORM.replace("{model}", origin.model())
                        .replace("{day}", origin.day().toString())
                        .replace("{signature}", signature);
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether a text about a file is our mark. */
    static boolean isOurs(Bytes file, Range packet) {
        return read(file, packet).contains(OURS);
    }

    /** Whether a text about a file says already what kind of source the file has. */
    static boolean saysSource(Bytes file, Range packet) {
        return read(file, packet).contains(SOURCE_TYPE);
    }

    private static String read(Bytes file, Range packet) {
        int length = (int) Math.min(packet.length(), Bytes.PART_BYTES_MAX);
        return StandardCharsets.UTF_8.decode(file.part(packet.at(), length)).toString();
    }
}
