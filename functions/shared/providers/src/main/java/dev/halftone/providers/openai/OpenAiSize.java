package dev.halftone.providers.openai;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.catalogue.AspectRatio;
import dev.halftone.core.catalogue.Dimensions;
import dev.halftone.core.catalogue.Resolution;
import java.math.BigInteger;

/** Sizes as the GPT image models take them: of just the ratio, in whole tiles. */
final class OpenAiSize {

    private OpenAiSize() {}

    /** The smallest size of the ratio whose long side is at least the resolution's. */
    static Dimensions of(AspectRatio ratio, Resolution resolution) {
        int divisor =
                BigInteger.valueOf(ratio.width())
                        .gcd(BigInteger.valueOf(ratio.height()))
                        .intValueExact();
        int width = ratio.width() / divisor * OpenAiProtocol.TILE;
        int height = ratio.height() / divisor * OpenAiProtocol.TILE;
        int longSide = resolution.dimensions(ratio).longSide();
        int times = Math.ceilDiv(longSide, Math.max(width, height));
        Dimensions size = new Dimensions(width * times, height * times);
        if (size.longSide() > OpenAiProtocol.SIDE_MAX
                || size.longSide() > size.shortSide() * OpenAiProtocol.RATIO_MAX) {
            throw new PermanentFailure(
                    OpenAiProtocol.NAME, "makes no picture of " + ratio + " " + resolution.label());
        }
        return size;
    }
}
