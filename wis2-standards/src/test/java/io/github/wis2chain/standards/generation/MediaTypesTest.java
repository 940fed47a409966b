package io.github.wis2chain.standards.generation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;

class MediaTypesTest {

    @ParameterizedTest
    @CsvSource({
        "a.bin, 'BUFR\u0000\u0001\u0002\u0004', application/bufr",
        "a.txt, '\u0001\\r\\r\\n123\\r\\r\\nIOPX01 LFVX"
                + " 251403\\r\\r\\nBUFR\u0000\u0001\u0002\u0003', application/bufr",
        "a.bin, 'GRIB\u0000\u0000\u0000\u0002', application/grib",
        "a.txt, BUFR is a format, text/plain",
        "a.nc, 'CDF\u0001', application/x-netcdf",
        "a.nc, '\u0089HDF\\r\\n\u001a\\n', application/x-netcdf",
        "a.h5, '\u0089HDF\\r\\n\u001a\\n', application/x-hdf5",
        "a.nc, '\u001f\u008b', application/gzip",
        "a, %PDF-1.4, application/pdf",
        "a.xml, <alert xmlns='urn:oasis:names:tc:emergency:cap:1.2'>, application/cap+xml",
        "a.xml, <a/>, application/xml",
        "a, '<?xml version=\"1.0\"?>', application/xml",
        "a, '{}', application/json",
        "A.GeoJSON, '{}', application/geo+json",
        "a.BU, '', application/bufr",
        "a.csv, '1,2', text/csv",
        "csv, '', text/csv",
        "a.unknown, abc, application/octet-stream"
    })
    void the_beginning_counts_before_the_name(String name, String beginning, String type) {
        byte[] bytes = beginning.translateEscapes().getBytes(StandardCharsets.ISO_8859_1);

        assertThat(MediaTypes.of(name, bytes)).isEqualTo(type);
    }
}
