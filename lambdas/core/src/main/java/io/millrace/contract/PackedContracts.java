package io.millrace.contract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Contract files as JSON: what their YAML says, word for word, in a form that takes a start of a function milliseconds
 * to read. The build makes it, and nobody edits it.
 *
 * <pre>{"format": 1, "digest": "…", "files": {"web/clickstream.yaml": {"apiVersion": "v3.1.0", …}, …}}</pre>
 *
 * @param digest of the files that it was made of, as {@link ContractFiles#digest} gives it
 * @param documents by path; without the lines, of which only messages about problems tell
 */
record PackedContracts(String digest, SortedMap<String, Yaml> documents) {
    /** The resource beside the files. */
    static final String RESOURCE = "META-INF/millrace/contracts.json";

    /** To be raised when what is written changes its meaning. */
    private static final int FORMAT = 1;

    private static final JsonFactory JSON = new JsonFactory();

    PackedContracts {
        documents = Collections.unmodifiableSortedMap(new TreeMap<>(documents));
    }

    /** Those in this library; none where the build found problems, or an editor compiled it. */
    static Optional<PackedContracts> bundled() {
        try (InputStream in = PackedContracts.class.getResourceAsStream("/" + RESOURCE)) {
            return in == null ? Optional.empty() : Optional.of(read(in));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the bundled contracts: " + RESOURCE, e);
        }
    }

    /**
     * What files say.
     *
     * @throws ContractException if one is no YAML
     */
    static PackedContracts of(ContractFiles files) {
        List<Problem> problems = new ArrayList<>();
        SortedMap<String, Yaml> documents = files.documents(problems);
        if (!problems.isEmpty()) {
            throw new ContractException(problems);
        }
        return new PackedContracts(files.digest(), documents);
    }

    /**
     * The files, if it is these that were packed.
     *
     * @throws IllegalStateException if they are others
     */
    ContractFiles checked(ContractFiles files) {
        expect(digest.equals(files.digest()), "they were made of other files than are beside them");
        return files;
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalStateException if it is of another format, or none
     */
    static PackedContracts read(InputStream in) throws IOException {
        try (JsonParser parser = JSON.createParser(in)) {
            expect(parser.nextToken() == JsonToken.START_OBJECT, "it is no JSON object");
            expect("format".equals(parser.nextFieldName()), "it does not begin with its format");
            int format = parser.nextIntValue(0);
            expect(format == FORMAT, "it is of format " + format + ", this library reads " + FORMAT);
            expect("digest".equals(parser.nextFieldName()), "it has no digest");
            String digest = parser.nextTextValue();
            expect(digest != null && "files".equals(parser.nextFieldName()), "it has no files");
            expect(parser.nextToken() == JsonToken.START_OBJECT, "its files are no JSON object");
            SortedMap<String, Yaml> documents = new TreeMap<>();
            for (String path = parser.nextFieldName(); path != null; path = parser.nextFieldName()) {
                parser.nextToken();
                documents.put(path, Yaml.value(parser));
            }
            return new PackedContracts(digest, documents);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot read packed contracts: " + e.getOriginalMessage(), e);
        }
    }

    void write(OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberField("format", FORMAT);
            json.writeStringField("digest", digest);
            json.writeObjectFieldStart("files");
            write(json, documents);
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    private static void expect(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalStateException("Cannot read packed contracts: " + otherwise + "; build them again");
        }
    }

    private static void write(JsonGenerator json, Map<String, Yaml> entries) throws IOException {
        for (Map.Entry<String, Yaml> entry : entries.entrySet()) {
            json.writeFieldName(entry.getKey());
            write(json, entry.getValue());
        }
    }

    private static void write(JsonGenerator json, Yaml value) throws IOException {
        if (value instanceof Yaml.Mapping mapping) {
            json.writeStartObject();
            write(json, mapping.entries());
            json.writeEndObject();
        } else if (value instanceof Yaml.Sequence sequence) {
            json.writeStartArray();
            for (Yaml item : sequence.items()) {
                write(json, item);
            }
            json.writeEndArray();
        } else if (value instanceof Yaml.Scalar scalar) {
            writeScalar(json, scalar.value());
        }
    }

    private static void writeScalar(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof Number number) {
            json.writeNumber(number.toString());
        } else {
            json.writeString(value.toString());
        }
    }
}
