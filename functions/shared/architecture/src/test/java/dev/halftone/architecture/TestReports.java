package dev.halftone.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What the tests of one run reported, by {@code Class#method}. A method that ran with several
 * arguments passed if it passed with all of them.
 *
 * @param passed whether each method that ran has passed
 */
record TestReports(Map<String, Boolean> passed) {
    private static final Pattern REPORT =
            Pattern.compile(".*/target/(surefire|failsafe)-reports/TEST-[^/]+\\.xml");

    /** Modules lie at most this deep: {@code functions/shared/core/target/surefire-reports/x}. */
    private static final int DEPTH_MAX = 6;

    TestReports {
        passed = Map.copyOf(passed);
    }

    /**
     * Reads what this run has written below a folder.
     *
     * @param run what every test of this run has as its {@code halftone.run}: reports that an
     *     earlier run left behind prove nothing
     */
    static TestReports of(Path root, String run) {
        Map<String, Boolean> passed = new HashMap<>();
        for (Path file : reports(root)) {
            Element suite = parse(file).getDocumentElement();
            if (run(suite).equals(run)) {
                for (Element test : elements(suite, "testcase")) {
                    passed.merge(name(test), hasPassed(test), Boolean::logicalAnd);
                }
            }
        }
        return new TestReports(passed);
    }

    boolean hasPassed(String test) {
        return passed.getOrDefault(test, false);
    }

    /** What is wrong with a test that has not passed. */
    String lack(String test) {
        return passed.containsKey(test) ? " did not pass" : " did not run";
    }

    private static List<Path> reports(Path root) {
        try (Stream<Path> files =
                Files.find(
                        root,
                        DEPTH_MAX,
                        (path, file) ->
                                file.isRegularFile()
                                        && REPORT.matcher(path.toString()).matches())) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document parse(Path file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("unreadable report: " + file, e);
        }
    }

    private static String run(Element suite) {
        return elements(suite, "property").stream()
                .filter(property -> property.getAttribute("name").equals("halftone.run"))
                .map(property -> property.getAttribute("value"))
                .findFirst()
                .orElse("");
    }

    /** Without the arguments: {@code refuses(String)[2]} is {@code refuses}. */
    private static String name(Element test) {
        String method = test.getAttribute("name").split("[({\\[]", 2)[0];
        return test.getAttribute("classname") + "#" + method;
    }

    private static boolean hasPassed(Element test) {
        return Stream.of("failure", "error", "skipped")
                .allMatch(kind -> elements(test, kind).isEmpty());
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
