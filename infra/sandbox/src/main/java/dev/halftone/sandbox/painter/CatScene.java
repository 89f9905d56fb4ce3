package dev.halftone.sandbox.painter;

/** A cat on a rise, looking at a very large moon. */
final class CatScene implements Scene {

    @Override
    public void draw(Sheet sheet, Dice dice) {
        double w = sheet.width();
        double h = sheet.height();
        double u = sheet.unit();
        Sky sky = new Sky(sheet);
        double radius = Math.min(u * dice.between(270, 320), w * 0.42);
        Sky.Sun moon =
                new Sky.Sun(w * dice.between(0.42, 0.58), h * dice.between(0.42, 0.48), radius);
        sky.draw(dice.fork("sky"), h, moon);
        sky.clouds(dice.fork("clouds"), 6, h * 0.3, h * 0.7, moon);
        for (int i = 0; i < 3; i++) {
            hill(sheet, dice.fork("hill" + i), i);
        }
        double base = rise(sheet, dice.fork("rise"), moon.x());
        double size = u * dice.between(250, 300);
        new Cat(sheet).sit(moon.x() + u * dice.between(-40, 40), base + u * 8, size, dice.sign());
        grass(sheet, dice.fork("grass"));
    }

    private static void hill(Sheet sheet, Dice dice, int index) {
        Noise noise = new Noise(dice);
        double level = sheet.height() * (0.74 + 0.06 * index);
        double swing = sheet.unit() * 50;
        Tone tone = Tone.along(0, level - swing, 0, level + swing * 3, 0.75);
        sheet.canvas()
                .fill(
                        Shapes.ground(
                                sheet, x -> level + noise.rough(x / sheet.unit() / 240, 3) * swing),
                        sheet.canvas()
                                .dotted(
                                        Ink.flat(sheet.land(0.15 + 0.2 * index)),
                                        sheet.land(0.45 + 0.2 * index),
                                        tone,
                                        15 + 30 * index));
    }

    private static double rise(Sheet sheet, Dice dice, double x) {
        Noise noise = new Noise(dice);
        double u = sheet.unit();
        double top = sheet.height() * 0.845;
        double reach = sheet.width() * 0.75;
        sheet.canvas()
                .fill(
                        Shapes.ground(
                                sheet,
                                px -> {
                                    double t = (px - x) / reach;
                                    return top + t * t * u * 260 + noise.at(px / u / 60) * u * 4;
                                }),
                        sheet.palette().near());
        return top;
    }

    private static void grass(Sheet sheet, Dice dice) {
        for (int i = 0; i < 70; i++) {
            double x = dice.unit() * sheet.width();
            double tall = sheet.unit() * dice.between(30, 120);
            double base = sheet.height() + 6;
            sheet.canvas()
                    .fill(
                            Shapes.leaf(
                                    x, base, x + tall * dice.between(-0.4, 0.4), base - tall, 0.06),
                            sheet.palette().near());
            if (i % 9 == 0) {
                sheet.canvas()
                        .fill(
                                Canvas.circle(x, base - tall - sheet.unit() * 6, sheet.unit() * 8),
                                sheet.palette().accent());
            }
        }
    }
}
