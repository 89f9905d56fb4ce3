package dev.halftone.function.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Protects: what comes late is a file of its own, and runs with the modules that are there. */
class LateModulesTest {
    private static final Map<String, String> MODULES =
            Map.of(
                    "js/app.js",
                    "import \"./elements/frame.js\";\n",
                    "js/elements/frame.js",
                    """
                    import { h } from "../dom.js";
                    const rare = () => import("./rare.js");
                    /** @type {import("./rare.js").Rare} */
                    """,
                    "js/elements/rare.js",
                    """
                    import "./rarer.js";
                    import * as dom from "../dom.js";
                    dom.h();
                    """,
                    "js/elements/rarer.js",
                    "const rarest = () => import(\"../rarest.js\");\n",
                    "js/rarest.js",
                    "import { h } from \"./dom.js\";\n",
                    "js/dom.js",
                    "export const h = () => 1;\n");

    private final Map<String, String> scripts = LateModules.of("js/app.js", MODULES::get);

    @Test
    void leavesOutOfTheScriptWhatIsImportedByACall() {
        assertThat(scripts)
                .containsOnlyKeys(
                        "js/app.js", "js/elements/rare.js", "js/elements/rarer.js", "js/rarest.js");
        assertThat(scripts.get("js/app.js"))
                .doesNotContain("dom.h()")
                .contains("const rare = () => import(\"./elements/rare.js\");")
                .contains("/** @type {import(\"./rare.js\").Rare} */")
                .endsWith("export { js_dom_js };\n");
    }

    /** A second copy would be a second state, and elements cannot be named twice. */
    @Test
    void givesThemTheModulesThatAreThere() {
        assertThat(scripts.get("js/elements/rare.js"))
                .isEqualTo(
                        """
                        import "./rarer.js";
                        import { js_dom_js } from "../app.js"; const dom = js_dom_js;
                        dom.h();
                        """);
        assertThat(scripts.get("js/rarest.js"))
                .isEqualTo("import { js_dom_js } from \"./app.js\"; const { h } = js_dom_js;\n");
    }

    @Test
    void refusesToLoadLateWhatIsThereAlready() {
        Map<String, String> twice = new HashMap<>(MODULES);
        twice.put("js/app.js", "import \"./elements/frame.js\";\nimport \"./elements/rare.js\";\n");

        assertThatThrownBy(() -> LateModules.of("js/app.js", twice::get))
                .hasMessageContaining("js/elements/rare.js");
    }
}
