package dev.halftone.sandbox.painter;

/** Towers in depth before a great disc, with lit windows and a street of light. */
final class CityScene implements Scene {

    private static final int ROWS = 4;

    @Override
    public void draw(Sheet sheet, Dice dice) {
        double h = sheet.height();
        double sunX = sheet.width() * dice.between(0.3, 0.7);
        Sky sky = new Sky(sheet);
        double radius = sheet.unit() * dice.between(190, 270);
        Sky.Sun sun = new Sky.Sun(sunX, h * dice.between(0.38, 0.46), radius);
        sky.draw(dice.fork("sky"), h * 0.85, sun);
        sky.bars(
                dice.fork("bars"),
                sun,
                Ramp.mix(sheet.palette().skyMiddle(), sheet.palette().skyLow(), 0.5));
        new Motifs(sheet).birds(dice, sunX, h * 0.2, sheet.unit() * 150, 6);
        for (int row = 0; row < ROWS; row++) {
            skyline(sheet, dice.fork("row" + row), row);
        }
    }

    private static void skyline(Sheet sheet, Dice dice, int row) {
        double near = row / (ROWS - 1.0);
        double base = sheet.height() * (0.84 + 0.17 * near);
        double x = -sheet.unit() * 60 * dice.unit();
        while (x < sheet.width()) {
            double wide = sheet.unit() * dice.between(46, 96) * (0.75 + 0.75 * near);
            double swell = Math.sin(x / sheet.width() * Math.PI * (1.2 + row) + row * 2.1);
            double tall =
                    sheet.unit()
                            * (110 + 130 * dice.unit() + 95 * swell + (dice.chance(0.14) ? 130 : 0))
                            * (1.2 - 0.42 * near);
            new Tower(x, base, wide, tall, near).draw(sheet, dice);
            x += wide * dice.between(0.86, 1.12);
        }
        if (row < ROWS - 1) {
            sheet.canvas()
                    .mist(
                            base,
                            base - sheet.unit() * 260,
                            sheet.palette().skyLow(),
                            0.5 * (1 - near * 0.6));
        }
    }
}
