--- no GeoPackage by its number | refused | GeoPackage
PRAGMA application_id = 7;
--- the number of an older GeoPackage | refused | GeoPackage
PRAGMA application_id = 0x47503130;
--- a log in place of a journal | opens
PRAGMA journal_mode = WAL;
--- another size of pages | opens
PRAGMA page_size = 512; VACUUM;
--- the largest pages | opens
PRAGMA page_size = 65536; VACUUM;
--- pages that are taken back | opens
PRAGMA auto_vacuum = FULL; VACUUM;
--- another version of the user | opens
PRAGMA user_version = 1;
--- a format that is newer | refused | newer
UPDATE ccn_meta SET value = 999 WHERE name = 'format';
--- a format below zero | refused |
UPDATE ccn_meta SET value = -1 WHERE name = 'format';
--- a format that is a text | refused |
UPDATE ccn_meta SET value = 'three' WHERE name = 'format';
--- a format that is nothing | refused |
UPDATE ccn_meta SET value = NULL WHERE name = 'format';
--- a format that is no whole number | refused |
UPDATE ccn_meta SET value = 9e99 WHERE name = 'format';
--- no format | refused |
DELETE FROM ccn_meta WHERE name = 'format';
--- no meta data | refused |
DROP TABLE ccn_meta;
--- a name that is nothing | opens
UPDATE ccn_meta SET value = NULL WHERE name = 'plan';
--- a name that is a number | opens
UPDATE ccn_meta SET value = 5 WHERE name = 'plan';
--- a name of a million letters | opens
UPDATE ccn_meta SET value = repeat('x', 1000000) WHERE name = 'plan';
--- a name with control characters | opens
UPDATE ccn_meta SET value = char(27) || '[31m' WHERE name = 'plan';
--- a revision that is a text | opens
UPDATE ccn_meta SET value = 'x' WHERE name = 'revision';
--- a revision at its end | opens
UPDATE ccn_meta SET value = 9223372036854775807 WHERE name = 'revision';
--- no table of the fields of one's own | refused |
DROP TABLE ccn_field;
--- no table of scenarios | opens
DROP TABLE scenario;
--- no list of layers | opens
DROP TABLE gpkg_contents;
--- a layer that is not there | opens
INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES
    ('nothing', 'features', 'nothing');
--- a reference system that is odd | opens
UPDATE gpkg_spatial_ref_sys SET definition = repeat('x', 100000);
