package dev.halftone.sandbox.painter;

/** No ink at all: what is already printed shows through, so that dots alone can be laid over it. */
record Under(Canvas canvas) implements Ink {

    @Override
    public void row(int y, int from, int to, int[] into) {
        System.arraycopy(canvas.pixels, y * canvas.width + from, into, from, to - from);
    }
}
