package dev.halftone.sandbox.painter;

import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

/** Which scene and which inks a prompt asks for; where it asks for none, the dice decide. */
final class Choice {

    private static final List<Family> SCENES =
            List.of(
                    new Family(
                            new SeaScene(),
                            "sea ocean boat ship sail sailing wave beach lighthouse island harbour"
                                    + " harbor coast water surf fish whale lake river bay tide"),
                    new Family(
                            new MountainScene(),
                            "mountain hill peak alp alps valley hike hiking volcano landscape"
                                    + " balloon fuji glacier cliff eagle travel adventure view"),
                    new Family(
                            new ForestScene(),
                            "forest wood tree deer cabin pine spruce jungle woodland fox bear wolf"
                                    + " owl leaf cottage house path nature"),
                    new Family(
                            new CityScene(),
                            "city skyline town building tower street skyscraper urban metropolis"
                                    + " window train car tokyo york london paris berlin cyberpunk"),
                    new Family(
                            new FlowerScene(),
                            "flower tulip rose poppy poppies daisy daisies sunflower garden blossom"
                                    + " meadow bloom butterfly bee petal floral spring botanical"),
                    new Family(
                            new DuneScene(),
                            "desert dune sand cactus cacti canyon camel sahara mesa savanna"
                                    + " western"),
                    new Family(
                            new CosmosScene(),
                            "space planet galaxy cosmos rocket astronaut star nebula universe"
                                + " saturn mars alien robot spaceship spacecraft orbit science"),
                    new Family(
                            new StillLifeScene(),
                            "still life vase table coffee tea cup fruit orange food bread kitchen"
                                    + " breakfast cake product bottle room interior plant apple"),
                    new Family(
                            new RibbonScene(),
                            "abstract geometric pattern shape colour color poster logo music dance"
                                    + " bauhaus flow energy portrait woman man face person people"),
                    new Family(new CatScene(), "cat kitten kitty animal dog puppy pet moon tiger"));

    private Choice() {}

    static Scene scene(Words words, Dice dice) {
        return best(SCENES, family -> words.count(family.words()), dice).scene();
    }

    static Palette palette(Words words, Dice dice) {
        // A desert at night is a night first: the hour outweighs what the place suggests.
        boolean night = words.any("night", "midnight", "moonlight", "moonlit", "starry");
        return best(
                Palette.ALL,
                palette -> words.count(palette.words()) + (night && palette.night() ? 9 : 0),
                dice);
    }

    private static <T> T best(List<T> all, ToLongFunction<T> score, Dice dice) {
        long top = all.stream().mapToLong(score).max().orElse(0);
        List<T> winners = all.stream().filter(each -> score.applyAsLong(each) == top).toList();
        return winners.get(dice.below(winners.size()));
    }

    /** A scene and the words that call for it. */
    private record Family(Scene scene, Set<String> words) {

        Family(Scene scene, String words) {
            this(scene, Set.of(words.split(" ", -1)));
        }
    }
}
