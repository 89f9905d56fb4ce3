package dev.halftone.sandbox.painter;

import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/** Dunes with a lit and a dotted flank, under a wide sky. */
final class DuneScene implements Scene {

    @Override
    public void draw(Sheet sheet, Dice dice) {
        double h = sheet.height();
        Sky sky = new Sky(sheet);
        double sunX = sheet.width() * dice.between(0.2, 0.8);
        Sky.Sun sun =
                new Sky.Sun(
                        sunX, h * dice.between(0.24, 0.4), sheet.unit() * dice.between(95, 170));
        sky.draw(dice.fork("sky"), h * 0.66, sun);
        mesas(sheet, dice.fork("mesas"));
        for (int i = 0; i < 5; i++) {
            Dune.at(sheet, dice.fork("dune" + i), i / 4.0).draw(sheet, sunX);
            if (i == 2) {
                caravan(sheet, dice.fork("caravan"));
            }
        }
        cacti(sheet, dice.fork("cacti"), sunX);
        new Motifs(sheet).birds(dice, sheet.width() - sunX, h * 0.22, sheet.unit() * 110, 4);
    }

    private static void mesas(Sheet sheet, Dice dice) {
        double base = sheet.height() * 0.6;
        for (int i = 0; i < 4; i++) {
            double x = sheet.width() * dice.unit();
            double wide = sheet.unit() * dice.between(90, 210);
            double tall = sheet.unit() * dice.between(40, 120);
            Path2D mesa =
                    Shapes.polygon(
                            x - wide * 0.72,
                            base + tall * 0.5,
                            x - wide * 0.52,
                            base - tall * 0.55,
                            x - wide * 0.44,
                            base - tall,
                            x + wide * 0.4,
                            base - tall * 0.97,
                            x + wide * 0.47,
                            base - tall * 0.5,
                            x + wide * 0.75,
                            base + tall * 0.5);
            Tone tone = Tone.along(x - wide * 0.2, 0, x + wide * 0.6, 0, 0.8);
            sheet.canvas()
                    .fill(
                            mesa,
                            sheet.canvas()
                                    .dotted(Ink.flat(sheet.land(0.04)), sheet.land(0.3), tone, 75));
        }
    }

    private static void caravan(Sheet sheet, Dice dice) {
        if (sheet.words().any("balloon") || dice.chance(0.4)) {
            new Motifs(sheet)
                    .balloon(
                            sheet.width() * dice.between(0.3, 0.7),
                            sheet.height() * 0.3,
                            sheet.unit() * 55);
        }
    }

    private static void cacti(Sheet sheet, Dice dice, double sunX) {
        double side = sunX < sheet.width() / 2 ? 0.84 : 0.14;
        for (int i = 0; i < 3; i++) {
            double x = sheet.width() * (side + dice.between(-0.09, 0.09));
            cactus(
                    sheet,
                    x,
                    sheet.height() * dice.between(0.9, 1.0),
                    sheet.unit() * dice.between(110, 270));
        }
    }

    private static void cactus(Sheet sheet, double x, double base, double tall) {
        double thick = tall * 0.13;
        Path2D.Double plant = new Path2D.Double(Path2D.WIND_NON_ZERO);
        plant.append(
                new RoundRectangle2D.Double(
                        x - thick / 2, base - tall, thick, tall * 1.2, thick, thick),
                false);
        for (int side = -1; side <= 1; side += 2) {
            double low = base - tall * (side > 0 ? 0.36 : 0.5);
            double arm = thick * 0.76;
            double reach = tall * 0.22 * side;
            double left = Math.min(x, x + reach) - arm / 2;
            plant.append(
                    new RoundRectangle2D.Double(
                            left, low - arm / 2, Math.abs(reach) + arm, arm, arm, arm),
                    false);
            plant.append(
                    new RoundRectangle2D.Double(
                            x + reach - arm / 2,
                            low - tall * 0.3,
                            arm,
                            tall * 0.3 + arm / 2,
                            arm,
                            arm),
                    false);
        }
        Tone tone = Tone.along(x - thick * 0.4, 0, x + thick * 0.9, 0, 0.8);
        sheet.canvas()
                .fill(
                        plant,
                        sheet.canvas()
                                .dotted(
                                        Ink.flat(sheet.land(0.78)),
                                        sheet.palette().near(),
                                        tone,
                                        45));
    }
}
