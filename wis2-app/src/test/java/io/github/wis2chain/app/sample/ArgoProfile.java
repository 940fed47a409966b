package io.github.wis2chain.app.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Makes the sample data file: a profile of an invented Argo float as a BUFR edition 4 message with
/// the template 3 15 003 (temperature and salinity profile data, Manual on Codes, WMO-No. 306,
/// Volume I.2, FM 94).
///
/// The float, its values and its originating centre (missing) are invented, so that nobody takes
/// the message for an observation.
public final class ArgoProfile {

    static final int PLATFORM = 6_999_901;
    static final double LATITUDE = 46.7512;
    static final double LONGITUDE = -8.3264;

    /// Levels of the profile, from the surface down.
    static final List<Level> LEVELS =
            List.of(
                    new Level(5.0, 15.842, 35.714),
                    new Level(10.0, 15.839, 35.714),
                    new Level(20.0, 15.811, 35.712),
                    new Level(50.0, 14.127, 35.688),
                    new Level(100.0, 12.604, 35.651),
                    new Level(200.0, 11.893, 35.602),
                    new Level(400.0, 11.218, 35.557),
                    new Level(700.0, 10.406, 35.634),
                    new Level(1000.0, 9.127, 35.866),
                    new Level(1300.0, 7.012, 35.571),
                    new Level(1600.0, 5.120, 35.187),
                    new Level(2000.0, 3.846, 34.982));

    /// What was measured at one depth.
    ///
    /// @param pressure in decibar, above that of the surface
    /// @param temperature in degrees Celsius
    /// @param salinity in parts per thousand
    record Level(double pressure, double temperature, double salinity) {}

    private static final int TABLES_VERSION = 30;
    private static final int OCEANOGRAPHIC = 31;
    private static final int SUBSURFACE_PROFILE = 4;
    private static final int NO_CENTRE = 0xffff;
    private static final int OBSERVED = 0x80;
    private static final int SEQUENCE_3_15_003 = 3 << 14 | 15 << 8 | 3;

    private ArgoProfile() {}

    /// Writes the message into a file.
    ///
    /// @param arguments the file
    public static void main(String[] arguments) throws IOException {
        Files.write(Path.of(arguments[0]), message());
    }

    /// The whole message.
    static byte[] message() {
        byte[] identification = identification();
        byte[] description =
                new BitWriter()
                        .number(9, 24)
                        .number(0, 8)
                        .number(1, 16)
                        .number(OBSERVED, 8)
                        .number(SEQUENCE_3_15_003, 16)
                        .toBytes();
        byte[] profile = profile();
        byte[] data =
                new BitWriter()
                        .number(profile.length + 4, 24)
                        .number(0, 8)
                        .bytes(profile)
                        .toBytes();
        int length = 8 + identification.length + description.length + data.length + 4;
        return new BitWriter()
                .text("BUFR", 4)
                .number(length, 24)
                .number(4, 8)
                .bytes(identification)
                .bytes(description)
                .bytes(data)
                .text("7777", 4)
                .toBytes();
    }

    /// Section 1.
    private static byte[] identification() {
        BitWriter section = new BitWriter().number(22, 24).number(0, 8);
        section.number(NO_CENTRE, 16).number(NO_CENTRE, 16).number(0, 8).number(0, 8);
        section.number(OCEANOGRAPHIC, 8).number(SUBSURFACE_PROFILE, 8).number(0, 8);
        section.number(TABLES_VERSION, 8).number(0, 8);
        section.number(2026, 16).number(11, 8).number(22, 8);
        return section.number(8, 8).number(42, 8).number(0, 8).toBytes();
    }

    /// The data of section 4, element by element of the template, with Table B's widths.
    private static byte[] profile() {
        BitWriter data = new BitWriter();
        data.number(PLATFORM, 23); // 0 01 087 WMO marine observing platform extended identifier
        data.text("ARVOR", 20); // 0 01 085 model
        data.text("SAMPLE-0001", 32); // 0 01 086 serial number
        data.number(2, 2); // 0 02 036 buoy type: subsurface float
        data.number(8, 5); // 0 02 148 location system: Iridium and GPS
        data.number(26, 6); // 0 02 149 type of data buoy: subsurface Argo float
        data.number(12, 10); // 0 22 055 cycle number
        data.number(0, 2); // 0 22 056 direction of profile: ascending
        data.number(844, 10); // 0 22 067 instrument: Arvor with Sea-Bird conductivity sensor
        data.number(2026, 12).number(11, 4).number(22, 6); // 3 01 011
        data.number(8, 5).number(42, 6); // 3 01 012
        data.quantity(LATITUDE, 5, -9_000_000, 25).quantity(LONGITUDE, 5, -18_000_000, 26);
        quality(data, 20); // position
        data.number(LEVELS.size(), 16); // 0 31 002
        for (Level level : LEVELS) {
            data.quantity(level.pressure() * 10_000, -3, 0, 17); // 0 07 065, Pa
            quality(data, 10);
            data.quantity(level.temperature() + 273.15, 3, 0, 19); // 0 22 045, K
            quality(data, 11);
            data.quantity(level.salinity(), 3, 0, 17); // 0 22 064
            quality(data, 12);
        }
        return data.toBytes();
    }

    /// 0 08 080 what is qualified, and 0 33 050: it passed all checks.
    private static void quality(BitWriter data, int what) {
        data.number(what, 6).number(1, 4);
    }
}
