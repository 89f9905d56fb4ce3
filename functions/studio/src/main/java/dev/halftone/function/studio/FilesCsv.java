package dev.halftone.function.studio;

import dev.halftone.core.archive.FileList;
import dev.halftone.core.asset.Asset;
import dev.halftone.core.asset.AssetId;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationState.Succeeded;
import dev.halftone.core.generation.Input;
import dev.halftone.lambda.CsvCell;
import dev.halftone.lambda.FileFacts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What an archive holds and what that was made from, as a table for a spreadsheet: of every file
 * what its own record says, what it was to the work, and to which.
 */
final class FilesCsv {
    private static final String HEADER =
            "name,bytes,content_type,storage_path,media,access,part,generation" + CsvCell.END;
    private static final String RESULT = "result";

    private FilesCsv() {}

    static String text(List<FileList.Contents> contents) {
        return HEADER + contents.stream().flatMap(FilesCsv::rows).collect(Collectors.joining());
    }

    private static Stream<String> rows(FileList.Contents contents) {
        Generation generation = contents.generation();
        return Stream.concat(
                IntStream.range(0, contents.files().size())
                        .mapToObj(index -> row(result(contents, index), RESULT, generation)),
                contents.inputs().stream().flatMap(asset -> input(generation, asset).stream()));
    }

    private static Optional<String> input(Generation generation, Asset asset) {
        return asset.file()
                .map(file -> row(FileFacts.of(asset, file), part(generation, asset), generation));
    }

    private static FileFacts result(FileList.Contents contents, int index) {
        if (!(contents.generation().state() instanceof Succeeded made)) {
            throw new IllegalArgumentException("Only what was made is packed");
        }
        return FileFacts.of(
                contents.generation(),
                index,
                made.media().get(index),
                contents.files().get(index).name());
    }

    /** One that was several things to it is listed once, as all of them. */
    private static String part(Generation generation, Asset asset) {
        AssetId id = asset.id();
        return generation.request().settings().inputs().stream()
                .filter(input -> input.asset().equals(id))
                .map(Input::role)
                .distinct()
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    private static String row(FileFacts file, String part, Generation generation) {
        return String.join(
                        ",",
                        CsvCell.of(file.name()),
                        Long.toString(file.bytes()),
                        CsvCell.of(file.contentType()),
                        CsvCell.of(file.storagePath()),
                        CsvCell.of(file.media()),
                        CsvCell.of(file.access()),
                        CsvCell.of(part),
                        CsvCell.of(generation.id().value()))
                + CsvCell.END;
    }
}
