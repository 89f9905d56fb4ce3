package dev.halftone.sandbox.painter;

import java.awt.geom.Path2D;

/** Rows of spruces stepping into haze, a clearing of light, perhaps a cabin. */
final class ForestScene implements Scene {

    private static final int ROWS = 6;

    @Override
    public void draw(Sheet sheet, Dice dice) {
        double h = sheet.height();
        double sunX = sheet.width() * dice.between(0.36, 0.64);
        Sky sky = new Sky(sheet);
        Sky.Sun sun =
                new Sky.Sun(
                        sunX, h * dice.between(0.3, 0.4), sheet.unit() * dice.between(120, 180));
        sky.draw(dice.fork("sky"), h * 0.8, sun);
        if (!sheet.palette().night()) {
            sky.bars(dice.fork("bars"), sun, sheet.palette().skyLow());
        }
        for (int row = 0; row < ROWS; row++) {
            row(sheet, dice.fork("row" + row), row, sunX);
            if (row == 3) {
                middle(sheet, dice.fork("middle"), sunX);
            }
        }
        if (sheet.palette().night()) {
            fireflies(sheet, dice.fork("fireflies"));
        }
    }

    private static void row(Sheet sheet, Dice dice, int row, double sunX) {
        double near = row / (ROWS - 1.0);
        double h = sheet.height();
        double level = h * (0.62 + 0.36 * near);
        double tall = sheet.unit() * (95 + 470 * Math.pow(near, 1.7));
        Noise noise = new Noise(dice);
        int colour = sheet.land(0.1 + 0.9 * Math.pow(near, 0.9));
        Path2D.Double wood = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double swing = sheet.unit() * 22;
        double stretch = sheet.unit() * 260;
        wood.append(Shapes.ground(sheet, x -> level + noise.at(x / stretch) * swing), false);
        double gap = sheet.width() * 0.07 * (1 + 5.2 * near * near);
        for (double x = -tall * 0.2;
                x < sheet.width() + tall * 0.2;
                x += tall * dice.between(0.1, 0.34)) {
            if (row > 1 && Math.abs(x - sunX) < gap) {
                continue;
            }
            double size = tall * dice.between(0.62, 1.15);
            wood.append(
                    Shapes.spruce(
                            x, level + noise.at(x / stretch) * swing + size * 0.02, size, dice),
                    false);
        }
        Ink flat = Ink.flat(colour);
        int dots = Ramp.mix(colour, sheet.palette().skyLow(), row < 4 ? 0.4 : 0.12);
        Tone tone = Tone.along(0, level - tall * 0.4, 0, level + sheet.unit() * 90, 0.6);
        sheet.canvas().fill(wood, sheet.canvas().dotted(flat, dots, tone, 15 + row * 15));
        if (row < ROWS - 2) {
            sheet.canvas()
                    .mist(
                            level + sheet.unit() * 70,
                            level - tall * 0.65,
                            sheet.palette().skyLow(),
                            0.42 * (1 - near));
        }
    }

    private static void middle(Sheet sheet, Dice dice, double sunX) {
        Motifs motifs = new Motifs(sheet);
        double base = sheet.height() * 0.862;
        if (sheet.words().any("cabin", "house", "cottage", "hut", "home") || dice.chance(0.35)) {
            motifs.cabin(sunX, base, sheet.unit() * 120);
        } else {
            motifs.deer(sunX, base, sheet.unit() * 105, dice.sign());
        }
        motifs.birds(dice, sunX, sheet.height() * 0.2, sheet.unit() * 120, 5);
    }

    private static void fireflies(Sheet sheet, Dice dice) {
        for (int i = 0; i < 34; i++) {
            double x = dice.unit() * sheet.width();
            double y = sheet.height() * dice.between(0.62, 0.97);
            double size = sheet.unit() * dice.between(1.6, 3.4);
            sheet.canvas().glow(x, y, size * 7, sheet.palette().accent(), 0.5);
            sheet.canvas().fill(Canvas.circle(x, y, size), sheet.palette().sun());
        }
    }
}
