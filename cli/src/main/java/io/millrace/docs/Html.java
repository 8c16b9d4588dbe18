package io.millrace.docs;

import java.io.StringWriter;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes elements around texts; a text or an attribute is escaped always, whoever wrote it. */
final class Html {
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();

    private final StringWriter out = new StringWriter();
    private final XMLStreamWriter xml;

    private interface Step {
        void run() throws XMLStreamException;
    }

    Html() {
        try {
            xml = FACTORY.createXMLStreamWriter(out);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Cannot write in memory", e);
        }
    }

    Html element(String name, Map<String, String> attributes, Runnable content) {
        step(() -> xml.writeStartElement(name));
        new TreeMap<>(attributes).forEach((key, value) -> step(() -> xml.writeAttribute(key, value)));
        step(() -> xml.writeCharacters("")); // closes the tag, so that an element without content is not <name/>
        content.run();
        step(xml::writeEndElement);
        return this;
    }

    Html element(String name, Runnable content) {
        return element(name, Map.of(), content);
    }

    Html element(String name, Map<String, String> attributes, String text) {
        return element(name, attributes, () -> text(text));
    }

    Html element(String name, String text) {
        return element(name, Map.of(), text);
    }

    /** An element that HTML knows to be empty, as {@code meta}. */
    Html empty(String name, Map<String, String> attributes) {
        step(() -> xml.writeEmptyElement(name));
        new TreeMap<>(attributes).forEach((key, value) -> step(() -> xml.writeAttribute(key, value)));
        return this;
    }

    Html text(String text) {
        step(() -> xml.writeCharacters(text));
        return this;
    }

    @Override
    public String toString() {
        step(xml::flush);
        return out.toString();
    }

    private static void step(Step step) {
        try {
            step.run();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Cannot write in memory", e);
        }
    }
}
