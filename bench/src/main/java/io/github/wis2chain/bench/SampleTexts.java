package io.github.wis2chain.bench;

import java.util.HexFormat;
import java.util.SplittableRandom;

/// Events and notifications of realistic size, each with content of its own: file names, positions,
/// times and digests differ, as they do in life, and so compress no better.
final class SampleTexts {

    private final SplittableRandom random;

    SampleTexts(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /// The digits of a digest.
    String digest(int bytes) {
        var digest = new byte[bytes];
        random.nextBytes(digest);
        return HexFormat.of().formatHex(digest);
    }

    private double degrees(int range) {
        return Math.round(random.nextDouble(-range, range) * 1e6) / 1e6;
    }

    /// A file event of about 1.7 kB.
    String event(String file) {
        double longitude = degrees(180);
        double latitude = degrees(90);
        int float7 = random.nextInt(1_000_000, 9_999_999);
        return """
        {
        	"id": "%1$s",
        	"source": "co050203",
        	"specversion": "1.0",
        	"type": "org.example.file.diffusion",
        	"subject": "diffusion/files/example/argo/bufr",
        	"time": "2026-%5$02d-%6$02dT14:%7$02d:%8$02dZ",
        	"datacontenttype": "application/json; charset=utf-8",
        	"dataschema": "https://stac.example.org/item-spec/json-schema",
        	"data": {
        		"id": "%1$s",
        		"bbox": [
        			%2$s,
        			%3$s,
        			%2$s,
        			%3$s
        		],
        		"type": "Feature",
        		"links": [],
        		"assets": {
        			"%1$s.bufr": {
        				"href": "https://data.example.org/etc/bufr/2026%5$02d/%1$s.bufr",
        				"type": "application/bufr",
        				"title": "Profile file %1$s.bufr",
        				"roles": [
        					"data",
        					"metadata"
        				],
        				"created": "2026-%5$02d-%6$02dT15:%8$02d:%7$02d.00Z",
        				"file:size": %9$d,
        				"file:checksum": "1340%4$s"
        			}
        		},
        		"geometry": {
        			"type": "Point",
        			"coordinates": [
        				%2$s,
        				%3$s
        			]
        		},
        		"properties": {
        			"title": "Profile %10$d_022A",
        			"mission": "Argo sample",
        			"datetime": "2026-%5$02d-%6$02dT10:%7$02d:%8$02dZ",
        			"platform": "%10$d",
        			"providers": [
        				{
        					"name": "EXAMPLE CENTRE",
        					"roles": [
        						"processor"
        					]
        				},
        				{
        					"url": "https://www.example.org/",
        					"name": "EXAMPLE CENTRE",
        					"roles": [
        						"host"
        					]
        				}
        			],
        			"parameters": "PRES, TEMP, PSAL",
        			"description": "A vertical profile measured by an Argo float"
        		},
        		"stac_version": "1.1.0",
        		"stac_extensions": [
        			"https://stac.example.org/file/v2.1.0/schema.json"
        		]
        	}
        }
        """
                .formatted(
                        file,
                        longitude,
                        latitude,
                        digest(64),
                        random.nextInt(1, 13),
                        random.nextInt(1, 28),
                        random.nextInt(60),
                        random.nextInt(60),
                        random.nextInt(800, 4000),
                        float7);
    }

    /// A notification of about 1.2 kB about data with this SHA-512 digest.
    String notification(String id, String dataId, String digest) {
        String file = dataId.substring(dataId.lastIndexOf('/') + 1);
        return """
        {"id":"%1$s","conformsTo":["http://wis.wmo.int/spec/wnm/1/conf/core"],"type":"Feature",\
        "geometry":{"type":"Point","coordinates":[%2$s,%3$s]},"properties":{"data_id":"%4$s",\
        "metadata_id":"urn:wmo:md:xx-example-argo:cor:msg:argo","producer":"xx-example-argo",\
        "pubtime":"2026-11-23T13:%6$02d:%7$02dZ","integrity":{"method":"sha512","value":"%5$s"},\
        "datetime":"2026-11-22T10:%7$02d:%6$02dZ","cache":true,"platform":"%10$d",\
        "mission":"Argo sample","parameters":"PRES, TEMP, PSAL"},\
        "links":[{"href":"https://data.example.org/etc/bufr/202611/%8$s","rel":"canonical",\
        "type":"application/bufr","length":%9$d,"title":"Profile file %8$s"},\
        {"href":"https://www.example.org/argo/floats/%10$d","rel":"about","type":"text/html",\
        "title":"The float that measured the profile"}]}\
        """
                .formatted(
                        id,
                        degrees(180),
                        degrees(90),
                        dataId,
                        digest,
                        random.nextInt(60),
                        random.nextInt(60),
                        file,
                        random.nextInt(800, 4000),
                        random.nextInt(1_000_000, 9_999_999));
    }
}
