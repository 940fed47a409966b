package io.github.wis2chain.console.web;

import io.github.wis2chain.console.api.Call;
import io.github.wis2chain.console.api.Route;
import io.github.wis2chain.engine.run.Payload;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The files that pages load. Their addresses carry their digest, so that a browser may keep them
/// for ever and still has the new ones after an upgrade.
final class Assets {

    private static final String SCRIPT = "text/javascript; charset=utf-8";

    private static final Map<String, String> TYPES =
            Map.of(
                    "console.css", "text/css; charset=utf-8",
                    "acts.js", SCRIPT,
                    "calls.js", SCRIPT,
                    "editor.js", SCRIPT,
                    "keys.js", SCRIPT,
                    "live.js", SCRIPT,
                    "parts.js", SCRIPT,
                    "stream.js", SCRIPT,
                    "theme.js", SCRIPT,
                    "icon.svg", "image/svg+xml");

    private static final Map<String, byte[]> FILES = files();
    private static final Map<String, String> ADDRESSES = addresses();
    private static final String WORLD =
            new String(bytes("world.txt"), StandardCharsets.US_ASCII).replace("\n", "");

    private Assets() {}

    static List<Route> all() {
        return FILES.keySet().stream().map(Assets::route).toList();
    }

    /// Where a page finds this file.
    static String address(String name) {
        String address = ADDRESSES.get(name);
        if (address == null) {
            throw new IllegalArgumentException("asset [%s] must be one of ours".formatted(name));
        }
        return address;
    }

    /// The outline of the land as the path of an SVG of 3600 by 1800: tenths of a degree from the
    /// upper left. Derived by us from Natural Earth 1:110m, which is in the public domain:
    /// simplified to a third of a degree, without islands smaller than a square degree.
    static String world() {
        return WORLD;
    }

    /// For everybody, because the page to sign in on needs them; they tell nothing of the node.
    private static Route route(String name) {
        return Route.get("/assets/" + name, call -> send(call, name), "v").open();
    }

    private static void send(Call call, String name) {
        call.context()
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .contentType(TYPES.getOrDefault(name, ""))
                .result(FILES.getOrDefault(name, new byte[0]));
    }

    private static Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>();
        TYPES.keySet().forEach(name -> files.put(name, bytes(name)));
        return files;
    }

    private static Map<String, String> addresses() {
        Map<String, String> addresses = new TreeMap<>();
        FILES.forEach((name, bytes) ->
                addresses.put(
                        name,
                        "/assets/%s?v=%s"
                                .formatted(name, Payload.of(bytes).sha256().substring(0, 12))));
        return addresses;
    }

    private static byte[] bytes(String name) {
        try (InputStream file = Assets.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("asset [%s] is not in the archive".formatted(name));
            }
            return file.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException("asset [%s] cannot be read".formatted(name), failure);
        }
    }
}
