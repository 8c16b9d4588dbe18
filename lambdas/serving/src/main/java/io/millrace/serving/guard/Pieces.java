package io.millrace.serving.guard;

import io.trino.sql.tree.JoinCriteria;
import io.trino.sql.tree.Node;
import io.trino.sql.tree.NodeLocation;
import io.trino.sql.tree.QualifiedName;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Every piece that a node of the syntax tree holds, read from its fields. The tree's own list of children leaves some out,
 * and what is left out would not be checked.
 */
final class Pieces {
    private static final ClassValue<List<Field>> FIELDS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            return fields(type);
        }
    };

    private Pieces() {}

    /**
     * What the node is made of, names' parts among it.
     *
     * @param longestList most items that a list in it may have
     * @throws RefusedException for a longer list
     * @throws IllegalStateException for a field of a kind that this does not know, which could hold anything
     */
    static List<Node> of(Node node, int longestList) throws RefusedException {
        List<Node> pieces = new ArrayList<>();
        for (Field field : FIELDS.get(node.getClass())) {
            collect(node, value(field, node), longestList, pieces);
        }
        return pieces;
    }

    private static void collect(Node node, Object value, int longestList, List<Node> into) throws RefusedException {
        if (value instanceof Node piece) {
            into.add(piece);
        } else if (value instanceof Optional<?> optional) {
            if (optional.isPresent()) {
                collect(node, optional.get(), longestList, into);
            }
        } else if (value instanceof Collection<?> list) {
            if (list.size() > longestList) {
                throw RefusedException.at(
                        node,
                        Rule.TOO_LARGE,
                        "A list has " + list.size() + " items; at most " + longestList + " are read");
            }
            for (Object item : list) {
                collect(node, item, longestList, into);
            }
        } else if (value instanceof JoinCriteria criteria) {
            into.addAll(criteria.getNodes());
        } else if (value instanceof QualifiedName name) {
            into.addAll(name.getOriginalParts());
        } else if (!isLeaf(value)) {
            throw new IllegalStateException(
                    "Cannot check a " + node.getClass().getSimpleName() + ": it holds a " + value.getClass());
        }
    }

    private static boolean isLeaf(Object value) {
        return value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Character
                || value instanceof Enum<?>
                || value instanceof byte[]
                || value instanceof OptionalInt
                || value instanceof OptionalLong
                || value instanceof NodeLocation;
    }

    private static Object value(Field field, Node node) {
        try {
            Object value = field.get(node);
            return value == null ? Optional.empty() : value;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Cannot read " + field, e);
        }
    }

    private static List<Field> fields(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    field.setAccessible(true);
                    fields.add(field);
                }
            }
        }
        return List.copyOf(fields);
    }
}
