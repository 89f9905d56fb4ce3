package dev.halftone.sandbox.painter;

/** Range behind range, snow on the highest, spruces at our feet. */
final class MountainScene implements Scene {

    @Override
    public void draw(Sheet sheet, Dice dice) {
        double h = sheet.height();
        double radius = sheet.unit() * dice.between(90, 150);
        Sky sky = new Sky(sheet);
        double sunX = sheet.width() * dice.between(0.22, 0.78);
        Sky.Sun sun = new Sky.Sun(sunX, h * dice.between(0.19, 0.28), radius);
        sky.draw(dice.fork("sky"), h * 0.72, sun);
        sky.clouds(dice.fork("clouds"), 6, h * 0.14, h * 0.42, sun);
        peaks(sheet, dice.fork("peaks"), sunX);
        int layers = 4;
        for (int i = 0; i < layers; i++) {
            hills(sheet, dice.fork("hills" + i), i, layers);
        }
        Motifs motifs = new Motifs(sheet);
        if (sheet.words().any("balloon", "travel", "adventure") || dice.chance(0.25)) {
            double x = sunX < sheet.width() / 2 ? 0.74 : 0.26;
            motifs.balloon(sheet.width() * x, h * 0.24, sheet.unit() * 62);
        } else {
            motifs.birds(dice, sheet.width() * 0.5, h * 0.3, sheet.unit() * 130, 5);
        }
        spruces(sheet, dice.fork("spruces"));
    }

    private static void peaks(Sheet sheet, Dice dice, double sunX) {
        double w = sheet.width();
        double h = sheet.height();
        for (int range = 0; range < 2; range++) {
            double base = h * (0.6 + range * 0.06);
            int count = 3 + dice.below(2);
            double offset = dice.unit();
            for (int i = 0; i < count; i++) {
                double x = w * (i + 0.2 + 0.6 * offset) / count + w * dice.between(-0.06, 0.06);
                double tall = sheet.unit() * dice.between(190, 330) * (range == 0 ? 1.15 : 0.72);
                Noise noise = new Noise(dice);
                int away = sunX < x ? 1 : -1;
                new Peak(x, base, tall, away, range, noise).draw(sheet);
            }
            sheet.canvas().mist(h * 0.74, base - h * 0.24, sheet.palette().skyLow(), 0.5);
        }
    }

    private static void hills(Sheet sheet, Dice dice, int layer, int layers) {
        Noise noise = new Noise(dice);
        double h = sheet.height();
        double near = (layer + 1.0) / layers;
        double level = h * (0.64 + 0.3 * Math.pow(near, 1.25));
        double swing = sheet.unit() * (26 + 34 * near);
        double stretch = sheet.unit() * (150 + 130 * near);
        int colour = sheet.land(0.22 + 0.6 * near);
        int dots = sheet.land(Math.min(1, 0.5 + 0.6 * near));
        Tone tone = Tone.along(0, level - swing, 0, level + sheet.unit() * 150, 0.75);
        sheet.canvas()
                .fill(
                        Shapes.ground(sheet, x -> level + noise.rough(x / stretch, 3) * swing),
                        sheet.canvas().dotted(Ink.flat(colour), dots, tone, 15 + 30 * (layer % 3)));
        if (layer < layers - 1) {
            sheet.canvas()
                    .mist(
                            level + sheet.unit() * 90,
                            level - swing * 0.5,
                            sheet.palette().skyLow(),
                            0.34 * (1 - near));
        }
    }

    private static void spruces(Sheet sheet, Dice dice) {
        double side = dice.chance(0.5) ? 0 : 1;
        for (int i = 0; i < 26; i++) {
            double t = Math.pow(dice.unit(), 1.6) * 0.42;
            double x = sheet.width() * Math.abs(side - t);
            double tall = sheet.unit() * (280 - 380 * t) * dice.between(0.7, 1.15);
            double base = sheet.height() + sheet.unit() * 12 - sheet.unit() * 20 * dice.unit();
            sheet.canvas()
                    .fill(
                            Shapes.spruce(x, base, tall, dice),
                            sheet.land(0.93 + 0.07 * dice.unit()));
        }
        for (int i = 0; i < 9; i++) {
            double x = sheet.width() * Math.abs(1 - side - Math.pow(dice.unit(), 1.4) * 0.3);
            sheet.canvas()
                    .fill(
                            Shapes.spruce(
                                    x,
                                    sheet.height() + sheet.unit() * 10,
                                    sheet.unit() * dice.between(60, 150),
                                    dice),
                            sheet.land(0.97));
        }
    }
}
