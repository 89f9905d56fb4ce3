package dev.halftone.sandbox.painter;

/** What every scene works with: where to draw, with which inks, and what was asked for. */
record Sheet(Canvas canvas, Palette palette, Words words) {

    double width() {
        return canvas.width;
    }

    double height() {
        return canvas.height;
    }

    double unit() {
        return canvas.unit;
    }

    boolean tall() {
        return canvas.height > canvas.width * 1.2;
    }

    /** The colour of land at a distance: 0 is the horizon, 1 is at our feet. */
    int land(double nearness) {
        return Ramp.mix(palette.far(), palette.near(), nearness);
    }
}
