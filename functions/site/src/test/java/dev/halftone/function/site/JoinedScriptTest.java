package dev.halftone.function.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protects: the one script does what the modules do, or there is no script at all. */
class JoinedScriptTest {
    private static final Map<String, String> MODULES =
            Map.of(
                    "js/app.js",
                    """
                    import "./elements/a.js";

                    import { two } from "./b.js";
                    two();
                    """,
                    "js/elements/a.js",
                    """
                    import * as b from "../b.js";
                    b.two();
                    """,
                    "js/b.js",
                    """
                    const one = 1;
                    export const two = () => one;
                    export async function three() {}
                    """);

    @Test
    void putsEachModuleOnceAndBeforeThoseThatImportIt() {
        String script = JoinedScript.of("js/app.js", MODULES::get).text(Set.of());

        assertThat(script)
                .isEqualTo(
                        """
                        const js_b_js = (() => {
                        const one = 1;
                        const two = () => one;
                        async function three() {}
                        return { two, three };
                        })();
                        const js_elements_a_js = (() => {
                        const b = js_b_js;
                        b.two();
                        return {  };
                        })();
                        const js_app_js = (() => {


                        const { two } = js_b_js;
                        two();
                        return {  };
                        })();
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import dom from \"./dom.js\";",
                "import { a as b } from \"./dom.js\";",
                "import { a } from \"https://example.org/dom.js\";",
                "import {",
                "export default class {}",
                "export { a };",
                "export let a = 1;",
                "export * from \"./dom.js\";"
            })
    void refusesWhatItDoesNotUnderstand(String statement) {
        assertThatThrownBy(() -> JoinedScript.of("js/app.js", _ -> statement))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("js/app.js");
    }

    @Test
    void refusesModulesThatImportEachOther() {
        Map<String, String> circle =
                Map.of("js/a.js", "import \"./b.js\";", "js/b.js", "import \"./a.js\";");

        assertThatThrownBy(() -> JoinedScript.of("js/a.js", circle::get))
                .hasMessageContaining("import each other");
    }
}
