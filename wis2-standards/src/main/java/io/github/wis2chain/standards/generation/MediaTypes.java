package io.github.wis2chain.standards.generation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Finds the media type of a file by how it begins and by the end of its name.
///
/// What the first bytes say is certain, so it counts first; a name decides where they say nothing, or only which family
/// it is: HDF5 with `.nc` is netCDF.
public final class MediaTypes {

    /// The type of what is not known.
    public static final String UNKNOWN = "application/octet-stream";

    /// Bulletins have a heading of the GTS in front of the message (WMO-No. 386, part II).
    private static final int LONGEST_HEADING = 64;

    private static final String NETCDF = "application/x-netcdf";
    private static final String HDF5 = "application/x-hdf5";

    private static final Map<String, String> BY_NAME =
            Map.ofEntries(
                    Map.entry("b", "application/bufr"),
                    Map.entry("bu", "application/bufr"),
                    Map.entry("bufr", "application/bufr"),
                    Map.entry("bufr4", "application/bufr"),
                    Map.entry("nc", NETCDF),
                    Map.entry("nc4", NETCDF),
                    Map.entry("cdf", NETCDF),
                    Map.entry("h5", HDF5),
                    Map.entry("hdf5", HDF5),
                    Map.entry("grib", "application/grib"),
                    Map.entry("grb", "application/grib"),
                    Map.entry("grb2", "application/grib"),
                    Map.entry("grib2", "application/grib"),
                    Map.entry("json", "application/json"),
                    Map.entry("geojson", "application/geo+json"),
                    Map.entry("xml", "application/xml"),
                    Map.entry("csv", "text/csv"),
                    Map.entry("txt", "text/plain"),
                    Map.entry("html", "text/html"),
                    Map.entry("pdf", "application/pdf"),
                    Map.entry("png", "image/png"),
                    Map.entry("jpg", "image/jpeg"),
                    Map.entry("jpeg", "image/jpeg"),
                    Map.entry("gif", "image/gif"),
                    Map.entry("tif", "image/tiff"),
                    Map.entry("tiff", "image/tiff"),
                    Map.entry("gz", "application/gzip"),
                    Map.entry("zip", "application/zip"),
                    Map.entry("tar", "application/x-tar"));

    private static final List<Signature> SIGNATURES =
            List.of(
                    new Signature("CDF\u0001", NETCDF),
                    new Signature("CDF\u0002", NETCDF),
                    new Signature("CDF\u0005", NETCDF),
                    new Signature("\u0089HDF\r\n\u001a\n", HDF5),
                    new Signature("\u0089PNG\r\n\u001a\n", "image/png"),
                    new Signature("\u00ff\u00d8\u00ff", "image/jpeg"),
                    new Signature("GIF8", "image/gif"),
                    new Signature("II*\u0000", "image/tiff"),
                    new Signature("MM\u0000*", "image/tiff"),
                    new Signature("%PDF-", "application/pdf"),
                    new Signature("\u001f\u008b", "application/gzip"),
                    new Signature("PK\u0003\u0004", "application/zip"));

    private MediaTypes() {}

    /// The media type of a file; [#UNKNOWN] if nothing tells it.
    ///
    /// @param name the file's name
    /// @param beginning its first bytes; a few hundred are enough
    public static String of(String name, byte[] beginning) {
        // One character for each byte.
        String text = new String(beginning, StandardCharsets.ISO_8859_1);
        String named = ofName(name);
        Optional<String> certain = signed(text).or(() -> message(text));
        if (certain.isPresent()) {
            return certain.get().equals(HDF5) && named.equals(NETCDF) ? NETCDF : certain.get();
        }
        if (text.contains("urn:oasis:names:tc:emergency:cap:")) {
            return "application/cap+xml";
        }
        if (!named.equals(UNKNOWN)) {
            return named;
        }
        String first = text.stripLeading();
        if (first.startsWith("<?xml")) {
            return "application/xml";
        }
        return first.startsWith("{") && first.endsWith("}") ? "application/json" : UNKNOWN;
    }

    /// The media type by the end of a name; [#UNKNOWN] if it says nothing.
    public static String ofName(String name) {
        String end = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return BY_NAME.getOrDefault(end, UNKNOWN);
    }

    private static Optional<String> signed(String text) {
        return SIGNATURES.stream()
                .filter(signature -> text.startsWith(signature.bytes()))
                .map(Signature::type)
                .findFirst();
    }

    /// A BUFR or GRIB message: its name, three bytes of length, and the edition, which tells it from text about it.
    private static Optional<String> message(String text) {
        String start = text.substring(0, Math.min(text.length(), LONGEST_HEADING + 8));
        int bufr = start.indexOf("BUFR");
        if (bufr >= 0 && bufr + 7 < start.length() && start.charAt(bufr + 7) <= 4) {
            return Optional.of("application/bufr");
        }
        int grib = start.indexOf("GRIB");
        boolean edition =
                grib >= 0
                        && grib + 7 < start.length()
                        && (start.charAt(grib + 7) == 1 || start.charAt(grib + 7) == 2);
        return edition ? Optional.of("application/grib") : Optional.empty();
    }

    /// How every file of a type begins, one character for each byte.
    private record Signature(String bytes, String type) {}
}
