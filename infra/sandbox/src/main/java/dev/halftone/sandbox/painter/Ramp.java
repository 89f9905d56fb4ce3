package dev.halftone.sandbox.painter;

/** A run of colours without muddy middles: mixed in OKLab, which follows the eye. */
final class Ramp {

    private static final int STEPS = 512;

    private final int[] colours = new int[STEPS + 1];

    private Ramp() {}

    static Ramp of(int... stops) {
        Ramp ramp = new Ramp();
        for (int i = 0; i <= STEPS; i++) {
            double position = (double) i / STEPS * (stops.length - 1);
            int left = Math.min((int) position, Math.max(0, stops.length - 2));
            int right = Math.min(left + 1, stops.length - 1);
            ramp.colours[i] = mix(stops[left], stops[right], position - left);
        }
        return ramp;
    }

    int at(double t) {
        return colours[(int) (Math.clamp(t, 0, 1) * STEPS + 0.5)];
    }

    static int mix(int a, int b, double t) {
        if (t <= 0) {
            return a;
        }
        if (t >= 1) {
            return b;
        }
        double[] left = oklab(a);
        double[] right = oklab(b);
        return rgb(
                left[0] + (right[0] - left[0]) * t,
                left[1] + (right[1] - left[1]) * t,
                left[2] + (right[2] - left[2]) * t);
    }

    private static double[] oklab(int rgb) {
        double r = linear((rgb >> 16) & 255);
        double g = linear((rgb >> 8) & 255);
        double b = linear(rgb & 255);
        double l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
        double m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
        double s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
        return new double[] {
            0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
        };
    }

    private static int rgb(double lightness, double a, double b) {
        double l = Math.pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3);
        double m = Math.pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3);
        double s = Math.pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3);
        return (channel(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s) << 16)
                | (channel(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s) << 8)
                | channel(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static int channel(double linear) {
        double c = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
        return (int) (Math.clamp(c, 0, 1) * 255 + 0.5);
    }
}
