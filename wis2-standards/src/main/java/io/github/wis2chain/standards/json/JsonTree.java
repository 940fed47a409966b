package io.github.wis2chain.standards.json;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A value inside a JSON document, with its place in it. Read-only and safe for any number of threads.
///
/// Questions about a member that is absent or of another kind are answered with an empty [Optional], so that a
/// broken document can be judged as easily as a sound one. Two trees are equal when their values are, wherever they
/// stand.
public final class JsonTree {

    private final JsonNode node;
    private final @Nullable JsonTree parent;

    /// The name or the index of this value in its parent.
    private final Object step;

    private JsonTree(JsonNode node, @Nullable JsonTree parent, Object step) {
        this.node = node;
        this.parent = parent;
        this.step = step;
    }

    /// A view of a whole document. The caller gives the node away: it must not be changed afterwards.
    public static JsonTree of(JsonNode root) {
        return new JsonTree(root, null, "");
    }

    /// The JSON Pointer (RFC 6901) of this value in its document; empty for the whole document.
    public String pointer() {
        if (parent == null) {
            return "";
        }
        return pointer(parent.pointer(), step.toString());
    }

    /// The JSON Pointer of a member of this object, whether it is there or not.
    public String pointer(String name) {
        return pointer(pointer(), name);
    }

    private static String pointer(String of, String step) {
        return of + "/" + step.replace("~", "~0").replace("/", "~1");
    }

    /// What kind of value this is.
    public JsonKind kind() {
        return switch (node.getNodeType()) {
            case OBJECT -> JsonKind.OBJECT;
            case ARRAY -> JsonKind.ARRAY;
            case STRING -> JsonKind.STRING;
            case NUMBER -> JsonKind.NUMBER;
            case BOOLEAN -> JsonKind.BOOLEAN;
            case NULL -> JsonKind.NULL;
            case BINARY, POJO, MISSING ->
                    throw new IllegalStateException(
                            "a node of type [%s] is no JSON value".formatted(node.getNodeType()));
        };
    }

    /// Whether this is an object.
    public boolean isObject() {
        return node.isObject();
    }

    /// Whether this is an array.
    public boolean isArray() {
        return node.isArray();
    }

    /// Whether this is null.
    public boolean isNull() {
        return node.isNull();
    }

    /// Whether this is an object with that member, null included.
    public boolean has(String name) {
        return node.isObject() && node.get(name) != null;
    }

    /// The member of that name, null included.
    public Optional<JsonTree> member(String name) {
        JsonNode found = node.isObject() ? node.get(name) : null;
        return found == null ? Optional.empty() : Optional.of(new JsonTree(found, this, name));
    }

    /// The value at a JSON Pointer (RFC 6901) relative to this one.
    public Optional<JsonTree> at(String pointer) {
        if (pointer.isEmpty()) {
            return Optional.of(this);
        }
        if (pointer.charAt(0) != '/') {
            throw new IllegalArgumentException(
                    "JSON Pointer [%s] must be empty or begin with /".formatted(pointer));
        }
        int end = pointer.indexOf('/', 1);
        String token = pointer.substring(1, end < 0 ? pointer.length() : end);
        Optional<JsonTree> found = child(token.replace("~1", "/").replace("~0", "~"));
        return end < 0 ? found : found.flatMap(child -> child.at(pointer.substring(end)));
    }

    private Optional<JsonTree> child(String token) {
        if (!node.isArray()) {
            return member(token);
        }
        boolean index =
                token.length() < 10
                        && !token.isEmpty()
                        && token.chars().allMatch(c -> c >= '0' && c <= '9')
                        && (token.length() == 1 || token.charAt(0) != '0');
        return index ? item(Integer.parseInt(token)) : Optional.empty();
    }

    /// The element of an array at an index from 0.
    public Optional<JsonTree> item(int index) {
        JsonNode found = node.isArray() ? node.get(index) : null;
        return found == null ? Optional.empty() : Optional.of(new JsonTree(found, this, index));
    }

    /// The number of elements or members; 0 for anything else.
    public int size() {
        return node.size();
    }

    /// The elements, if this is an array; otherwise nothing.
    public List<JsonTree> items() {
        if (!node.isArray()) {
            return List.of();
        }
        List<JsonTree> items = new ArrayList<>(node.size());
        int index = 0;
        for (JsonNode item : node.values()) {
            items.add(new JsonTree(item, this, index++));
        }
        return items;
    }

    /// The elements of the array at a JSON Pointer; nothing if there is none.
    public Stream<JsonTree> each(String pointer) {
        return at(pointer).stream().flatMap(array -> array.items().stream());
    }

    /// The names of the members in the order of the text, if this is an object; otherwise nothing.
    public List<String> names() {
        return List.copyOf(node.propertyNames());
    }

    /// The name of this value in the object it stands in; its index as text in an array; empty for a document.
    public String name() {
        return step.toString();
    }

    /// The members in the order of the text, if this is an object; otherwise nothing.
    public List<JsonTree> members() {
        if (!node.isObject()) {
            return List.of();
        }
        List<JsonTree> members = new ArrayList<>(node.size());
        node.properties()
                .forEach(member ->
                        members.add(new JsonTree(member.getValue(), this, member.getKey())));
        return members;
    }

    /// This value, if it is a string.
    public Optional<String> text() {
        return node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
    }

    /// The member of that name, if it is a string.
    public Optional<String> text(String name) {
        return member(name).flatMap(JsonTree::text);
    }

    /// This value, if it is a finite number.
    public Optional<BigDecimal> number() {
        boolean finite =
                node.isNumber() && !(node.isDouble() && !Double.isFinite(node.doubleValue()));
        return finite ? Optional.of(node.decimalValue()) : Optional.empty();
    }

    /// The member of that name, if it is a finite number.
    public Optional<BigDecimal> number(String name) {
        return member(name).flatMap(JsonTree::number);
    }

    /// This value, if it is a whole number however written: `18`, `18.0` and `1.8e1` are.
    public Optional<BigInteger> integer() {
        if (node.isIntegralNumber()) {
            return Optional.of(node.bigIntegerValue());
        }
        return number().filter(
                        number -> number.signum() == 0 || number.stripTrailingZeros().scale() <= 0)
                .map(BigDecimal::toBigIntegerExact);
    }

    /// The member of that name, if it is a whole number.
    public Optional<BigInteger> integer(String name) {
        return member(name).flatMap(JsonTree::integer);
    }

    /// This value, if it is a boolean.
    public Optional<Boolean> bool() {
        return node.isBoolean() ? Optional.of(node.booleanValue()) : Optional.empty();
    }

    /// The member of that name, if it is a boolean.
    public Optional<Boolean> bool(String name) {
        return member(name).flatMap(JsonTree::bool);
    }

    /// The member of that name, if it is an object.
    public Optional<JsonTree> object(String name) {
        return member(name).filter(JsonTree::isObject);
    }

    /// The member of that name, if it is an array.
    public Optional<JsonTree> array(String name) {
        return member(name).filter(JsonTree::isArray);
    }

    /// The node behind this view, for reading and for putting it into another document; it must not be changed.
    public JsonNode node() {
        return node;
    }

    /// A copy of this object that may be changed.
    ///
    /// @throws IllegalStateException if this is no object
    public ObjectNode copyOfObject() {
        if (node instanceof ObjectNode object) {
            return object.deepCopy();
        }
        throw new IllegalStateException("the value is %s, not an object".formatted(kind().words()));
    }

    /// This value as compact UTF-8 JSON.
    public byte[] toBytes() {
        return JsonWriter.compact(node);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonTree tree && JsonEquality.equal(node, tree.node);
    }

    @Override
    public int hashCode() {
        return JsonEquality.hash(node);
    }

    /// This value as compact JSON.
    @Override
    public String toString() {
        return JsonWriter.text(node);
    }
}
