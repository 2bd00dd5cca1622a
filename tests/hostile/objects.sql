--- the file as it was | opens
SELECT 1;
--- a view | refused | view 'v'
CREATE VIEW v AS SELECT * FROM cluster;
--- a view in the place of a table | refused | view
PRAGMA foreign_keys = OFF;
DROP TABLE trade; CREATE VIEW trade AS SELECT 1 AS fid, 'x' AS key;
--- a trigger | refused | trigger
CREATE TRIGGER t AFTER UPDATE ON cluster BEGIN DELETE FROM enterprise; END;
--- a trigger with a name of ccn | refused | trigger
CREATE TRIGGER ccn_t AFTER INSERT ON cluster BEGIN SELECT 1; END;
--- a trigger with a name like those of GDAL and another text | refused | trigger
DROP TRIGGER rtree_cluster_shape_insert;
CREATE TRIGGER rtree_cluster_shape_insert AFTER INSERT ON cluster
BEGIN DELETE FROM enterprise; END;
--- a trigger with a name like those of GeoPackage and another text | refused | trigger
CREATE TRIGGER gpkg_metadata_md_scope_insert AFTER INSERT ON cluster
BEGIN UPDATE cluster SET total_area = 0; END;
--- a trigger of GDAL that counts | opens
CREATE TABLE gpkg_ogr_contents (table_name TEXT PRIMARY KEY, feature_count INT);
CREATE TRIGGER "trigger_insert_feature_count_cluster" AFTER INSERT ON "cluster"
BEGIN UPDATE gpkg_ogr_contents SET feature_count = feature_count + 1
WHERE lower(table_name) = lower('cluster'); END;
--- a temporary-looking table beside | opens
CREATE TABLE temp_things (a, b);
--- a table of others beside | opens
CREATE TABLE layer_styles (id INTEGER PRIMARY KEY, style TEXT);
--- an index of others | opens
CREATE INDEX mine ON cluster (note);
--- an index on an expression that never ends soon | opens
CREATE INDEX mine ON cluster (length(note));
--- a partial index | opens
CREATE INDEX mine ON cluster (note) WHERE note IS NOT NULL;
--- a generated column that calls for much memory | refused | cluster
ALTER TABLE cluster ADD COLUMN more GENERATED ALWAYS AS (randomblob(1000000000));
--- a generated column in the place of one of ours | refused | cluster
ALTER TABLE cluster DROP COLUMN note;
ALTER TABLE cluster ADD COLUMN note TEXT GENERATED ALWAYS AS (upper(key));
--- a column that is missing | refused | no column note
ALTER TABLE cluster DROP COLUMN note;
--- a column too many | opens
ALTER TABLE cluster ADD COLUMN mine TEXT;
--- a column too many that begins like a field of one's own | opens
ALTER TABLE cluster ADD COLUMN x_mine TEXT;
--- a table that is missing | refused | trade
DROP TABLE trade;
--- a table without rowid | refused | trade
DROP TABLE trade;
CREATE TABLE trade (key TEXT PRIMARY KEY) WITHOUT ROWID;
--- a virtual table beside | refused | virtual
CREATE VIRTUAL TABLE words USING fts5 (a);
--- a virtual table in the place of one of ours | refused | trade
DROP TABLE trade;
CREATE VIRTUAL TABLE trade USING rtree (fid, a, b);
--- a table named like a shadow | opens
CREATE TABLE notes_content (a);
--- a check that fails on reading | opens
CREATE TABLE other (a CHECK (a > 0));
--- a default of another table that calls a function | opens
CREATE TABLE other (a DEFAULT (randomblob(1000000000)));
--- statements that are none in the schema | refused |
UPDATE sqlite_schema SET sql = 'CREATE TABLE cluster (' WHERE name = 'cluster';
--- another statement in the schema | refused |
UPDATE sqlite_schema SET sql = 'DROP TABLE cluster' WHERE name = 'cluster';
--- a schema whose table lies where another does | refused |
UPDATE sqlite_schema SET rootpage =
    (SELECT rootpage FROM sqlite_schema WHERE name = 'unit')
WHERE name = 'cluster';
--- a schema whose table lies nowhere | refused |
UPDATE sqlite_schema SET rootpage = 99999999 WHERE name = 'cluster';
--- a schema whose table lies at the first page | refused |
UPDATE sqlite_schema SET rootpage = 1 WHERE name = 'cluster';
--- an entry of the schema of another kind | refused |
UPDATE sqlite_schema SET type = 'thing' WHERE name = 'cluster';
--- an index that disagrees with its table | refused | damaged
UPDATE sqlite_schema SET rootpage =
    (SELECT rootpage FROM sqlite_schema WHERE name = 'trade_key')
WHERE name = 'cluster_key';
--- a name in the schema with a quote | opens
CREATE TABLE "a'b""c" (d);
--- many tables | opens
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
SELECT 'CREATE TABLE t' || i || ' (a)' FROM n;
--- tens of thousands of views | refused | view
INSERT INTO sqlite_schema
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30000)
SELECT 'view', 'v' || i, 'v' || i, 0, 'CREATE VIEW v' || i || ' AS SELECT 1'
FROM n;
--- a view that refers to itself by another | refused | view
CREATE VIEW a AS SELECT * FROM cluster;
CREATE VIEW b AS SELECT * FROM a;
DROP VIEW a;
CREATE VIEW a AS SELECT * FROM b;
--- no table of firings | refused | table firing
DROP TABLE firing;
--- an older format that has another table of firings | refused | firing has no column
UPDATE ccn_meta SET value = 4 WHERE name = 'format';
DROP TABLE firing;
CREATE TABLE firing (key TEXT, gun TEXT);
--- an older format that has our tables already | opens
UPDATE ccn_meta SET value = 4 WHERE name = 'format';
