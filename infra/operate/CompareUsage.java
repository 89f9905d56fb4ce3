import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares what a provider billed, a CSV file (RFC 4180), with our own record, each page of a scan
 * as DynamoDB answers it on a line, and prints every difference as CSV. Amounts are whole micro-dollars.
 *
 * <p>{@code java CompareUsage.java <provider> ours.json usage.csv [--id-column x] [--cost-column y]}.
 * Ends with 0 if there is no difference, with 1 if there is one, with 2 if a file is unusable.
 */
final class CompareUsage {
    static final int ROWS_MAX = 1_000_000, RECORD_CHARACTERS_MAX = 65_536, DEPTH_MAX = 16, SHOWN_MAX = 80;
    static final long FILE_BYTES_MAX = 512L << 20;

    static final String UNKNOWN = "billed but unknown to us", UNBILLED = "ours but not billed",
            TWICE = "billed twice", OTHERWISE = "amount differs";

    // No provider documents its export: these are guesses after the words of its API, and the options say otherwise.
    /** The columns of the request and of its price in dollars. */
    record Columns(String id, String cost) {}

    static final Columns USUAL = new Columns("request_id", "cost");
    static final Map<String, Columns> COLUMNS = Map.of(
            "dream-machine", new Columns("generation_id", "cost"),
            "luma", new Columns("generation_id", "cost"),
            "hedra", new Columns("job_id", "cost"));

    /** Why a generation may end so that its provider asks its price all the same. */
    static final Set<String> BILLED_FAILURES =
            Set.of("provider_unavailable", "timeout", "invalid_result", "not_stored", "cancelled");

    /** Below what a sum of ROWS_MAX of them can hold. */
    static final Pattern DOLLARS = Pattern.compile("\\d{1,6}(\\.\\d{1,18})?");

    /** A generation of ours. It is due once it has ended so that its provider may ask for it. */
    record Ours(String generation, long cost, boolean due) {}

    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1;

        Unusable(String where, String what) {
            super(where + ": " + what);
        }
    }

    final Map<String, Ours> ours = new LinkedHashMap<>();
    final List<Map.Entry<String, Ours>> doubled = new ArrayList<>();
    final Set<String> billed = new HashSet<>();
    final List<String> differences = new ArrayList<>();
    final Map<String, Integer> counts = new TreeMap<>(Map.of(UNKNOWN, 0, UNBILLED, 0, TWICE, 0, OTHERWISE, 0));
    int rows, generations;
    long billedSum, dueSum;

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        Map<String, String> options = new HashMap<>();
        for (int i = 3; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        if (arguments.length < 3 || arguments.length != 3 + 2 * options.size()
                || !Set.of("--id-column", "--cost-column").containsAll(options.keySet())) {
            err.println("Usage: java CompareUsage.java <provider> ours.json usage.csv"
                    + " [--id-column <name>] [--cost-column <name>]");
            return 2;
        }
        Columns usual = COLUMNS.getOrDefault(arguments[0], USUAL);
        CompareUsage comparison = new CompareUsage();
        try {
            read(arguments[1], comparison::ours);
            read(arguments[2], file -> comparison.theirs(new Csv(file),
                    new Columns(options.getOrDefault("--id-column", usual.id()),
                            options.getOrDefault("--cost-column", usual.cost()))));
        } catch (Unusable e) {
            err.println(e.getMessage());
            return 2;
        }
        return comparison.tell(out, err);
    }

    interface Use {
        void of(BufferedReader file) throws IOException, Unusable;
    }

    static void read(String name, Use use) throws Unusable {
        try {
            Path file = Path.of(name);
            if (Files.size(file) > FILE_BYTES_MAX) {
                throw new Unusable(shown(name), "is longer than " + FILE_BYTES_MAX + " bytes");
            }
            try (BufferedReader in = Files.newBufferedReader(file)) {
                use.of(in);
            }
        } catch (Unusable e) {
            throw e.getMessage().startsWith(shown(name)) ? e : new Unusable(shown(name), e.getMessage());
        } catch (CharacterCodingException e) {
            throw new Unusable(shown(name), "is not UTF-8");
        } catch (IOException | IllegalArgumentException e) {
            throw new Unusable(shown(name), "cannot be read");
        }
    }

    void ours(BufferedReader pages) throws IOException, Unusable {
        for (String line = pages.readLine(); line != null; line = pages.readLine()) {
            if (!(new Json(line).value(0) instanceof Map<?, ?> map) || !(map.get("Items") instanceof List<?> items)) {
                throw new Unusable("our record", "has a page without items");
            }
            for (Object item : items) {
                if (++generations > ROWS_MAX) {
                    throw new Unusable("our record", "has more than " + ROWS_MAX + " generations");
                }
                take(item);
            }
        }
    }

    void take(Object item) throws Unusable {
        String request = text(item, "stateDetail", "M", "request", "M", "id", "S");
        String key = text(item, "pk", "S"), cost = text(item, "assignedCost", "N");
        if (key == null || cost != null && !cost.matches("\\d{1,12}")) {
            throw new Unusable("our record", "generation " + generations + " has no key, or its cost is no number");
        }
        if (request == null) {
            return; // No provider is known to have had it.
        }
        boolean failed = "failed".equals(text(item, "state", "S"));
        boolean asked = !failed || BILLED_FAILURES.contains(text(item, "stateDetail", "M", "reason", "S"));
        Ours one = new Ours(key.substring(key.indexOf('#') + 1), asked && cost != null ? Long.parseLong(cost) : 0,
                asked && (failed || "succeeded".equals(text(item, "state", "S"))));
        dueSum += one.due() ? one.cost() : 0;
        if (ours.putIfAbsent(request, one) != null) {
            doubled.add(Map.entry(request, one));
        }
    }

    static String text(Object json, String... path) {
        for (String name : path) {
            json = json instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return json instanceof String text ? text : null;
    }

    void theirs(Csv csv, Columns columns) throws IOException, Unusable {
        List<String> header = csv.next();
        if (header == null) {
            throw new Unusable("line 1", "there is no header");
        }
        int id = column(header, columns.id(), "--id-column"), cost = column(header, columns.cost(), "--cost-column");
        for (List<String> row = csv.next(); row != null; row = csv.next()) {
            if (++rows > ROWS_MAX) {
                throw new Unusable("line " + csv.begun, "is beyond the " + ROWS_MAX + " rows that are compared");
            }
            if (row.size() != header.size()) {
                throw new Unusable("line " + csv.begun + ", column " + shown(header.get(Math.min(row.size(), header.size() - 1))),
                        "the line has " + row.size() + " columns, the header " + header.size());
            }
            compare(row.get(id).strip(), microDollars(row.get(cost).strip(), csv.begun, columns.cost()));
        }
    }

    static int column(List<String> header, String name, String option) throws Unusable {
        List<String> names = header.stream().map(String::strip).toList();
        if (!names.contains(name) || names.indexOf(name) != names.lastIndexOf(name)) {
            throw new Unusable("line 1, column " + shown(name), (names.contains(name) ? "is there twice" : "is missing")
                    + "; name another with " + option + ", of " + shown(String.join(", ", names)));
        }
        return names.indexOf(name);
    }

    static long microDollars(String dollars, int line, String column) throws Unusable {
        try {
            if (DOLLARS.matcher(dollars).matches()) {
                return new BigDecimal(dollars).movePointRight(6).longValueExact();
            }
        } catch (ArithmeticException e) {
            // Part of a micro-dollar, which we do not count.
        }
        throw new Unusable("line " + line + ", column " + shown(column),
                "\"" + shown(dollars) + "\" is no amount in dollars from 0 to 999999.999999");
    }

    void compare(String request, long cost) {
        billedSum += cost;
        Ours one = ours.get(request);
        String generation = one == null ? "" : one.generation(), amount = one == null ? "" : "" + one.cost();
        // What names no request, such as a monthly fee, is not the same thing twice.
        if (!billed.add(request) && !request.isEmpty()) {
            differ(TWICE, request, generation, amount, "" + cost);
        } else if (one == null) {
            differ(UNKNOWN, request, generation, amount, "" + cost);
        } else if (one.cost() != cost) {
            differ(OTHERWISE, request, generation, amount, "" + cost);
        }
    }

    void differ(String kind, String... cells) {
        counts.merge(kind, 1, Integer::sum);
        differences.add(Stream.concat(Stream.of(kind), Stream.of(cells)).map(CompareUsage::cell)
                .collect(Collectors.joining(",")));
    }

    int tell(PrintStream out, PrintStream err) {
        ours.entrySet().stream().filter(one -> !billed.contains(one.getKey())).forEach(this::unbilled);
        doubled.forEach(this::unbilled);
        out.println("difference,request,generation,ourMicroDollars,theirMicroDollars");
        differences.forEach(out::println);
        out.flush();
        err.println("Billed: " + rows + " rows, " + billedSum + " micro-dollars. Ours: " + generations
                + " generations, " + dueSum + " micro-dollars. Differences: " + counts);
        return differences.isEmpty() ? 0 : 1;
    }

    void unbilled(Map.Entry<String, Ours> one) {
        if (one.getValue().due() && one.getValue().cost() > 0) {
            differ(UNBILLED, one.getKey(), one.getValue().generation(), "" + one.getValue().cost(), "");
        }
    }

    /** Quoted where it must be; what a spreadsheet would calculate begins with an apostrophe. */
    static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    /** What a file says, fit for a terminal. */
    static String shown(String text) {
        return text.substring(0, Math.min(text.length(), SHOWN_MAX)).replaceAll("[^ -~]", "?");
    }

    /** Records of RFC 4180; a line may end without a carriage return, and an empty one is none. */
    static final class Csv {
        final Reader in;
        int line = 1, begun, length, ahead;

        Csv(Reader in) throws IOException {
            this.in = in;
            ahead = in.read();
            if (ahead == '\uFEFF') {
                ahead = in.read();
            }
        }

        List<String> next() throws IOException, Unusable {
            while (ahead == '\n' || ahead == '\r') {
                length = 0;
                end();
            }
            if (ahead < 0) {
                return null;
            }
            begun = line;
            length = 0;
            List<String> cells = new ArrayList<>(List.of(field(1)));
            while (ahead == ',') {
                step();
                cells.add(field(cells.size() + 1));
            }
            end();
            return cells;
        }

        String field(int number) throws IOException, Unusable {
            StringBuilder text = new StringBuilder();
            boolean quoted = ahead == '"', open = quoted;
            if (quoted) {
                step();
            }
            while (open || ahead >= 0 && ",\r\n".indexOf(ahead) < 0) {
                int character = step();
                if (character < 0) {
                    throw new Unusable("line " + begun + ", column " + number, "the file ends within quotes");
                } else if (character == '"' && open && ahead != '"') {
                    open = false;
                } else if (character == '"' ? !open || step() < 0 : quoted && !open) {
                    throw new Unusable("line " + line + ", column " + number, "a quote is out of place");
                } else {
                    text.append((char) character);
                }
            }
            return text.toString();
        }

        void end() throws IOException, Unusable {
            if (ahead == '\r') {
                step();
                if (ahead != '\n') {
                    throw new Unusable("line " + line, "a carriage return does not end it");
                }
            }
            if (ahead == '\n') {
                step();
            }
        }

        int step() throws IOException, Unusable {
            int character = ahead;
            line += character == '\n' ? 1 : 0;
            if (++length > RECORD_CHARACTERS_MAX) {
                throw new Unusable("line " + begun, "is longer than " + RECORD_CHARACTERS_MAX + " characters");
            }
            ahead = in.read();
            return character;
        }
    }

    /** One JSON text as maps, lists and strings; brackets are all that it needs of the punctuation. */
    static final class Json {
        static final Pattern TOKEN =
                Pattern.compile("[\\s,:]*+(\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|[-+.\\w]++|[\\[\\]{}])");
        static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|(.))");
        static final Object END = new Object();
        final Matcher tokens;

        Json(String text) {
            tokens = TOKEN.matcher(text);
        }

        Object value(int depth) throws Unusable {
            if (depth > DEPTH_MAX || !tokens.lookingAt()) {
                throw new Unusable("our record", "is no JSON, or is cut");
            }
            String token = tokens.group(1);
            tokens.region(tokens.end(), tokens.regionEnd());
            return switch (token.charAt(0)) {
                case '{' -> map(many(depth + 1));
                case '[' -> many(depth + 1);
                case '}', ']' -> END;
                case '"' -> ESCAPE.matcher(token.substring(1, token.length() - 1)).replaceAll(Json::unescaped);
                default -> token;
            };
        }

        List<Object> many(int depth) throws Unusable {
            List<Object> values = new ArrayList<>();
            for (Object value = value(depth); value != END; value = value(depth)) {
                values.add(value);
            }
            return values;
        }

        static Map<Object, Object> map(List<Object> values) {
            Map<Object, Object> map = new HashMap<>();
            for (int i = 0; i + 1 < values.size(); i += 2) {
                map.put(values.get(i), values.get(i + 1));
            }
            return map;
        }

        static String unescaped(MatchResult escape) {
            int known = escape.group(2) == null ? -1 : "bfnrt".indexOf(escape.group(2));
            String text = escape.group(1) != null ? "" + (char) Integer.parseInt(escape.group(1), 16)
                    : known < 0 ? escape.group(2) : "\b\f\n\r\t".substring(known, known + 1);
            return Matcher.quoteReplacement(text);
        }
    }
}
