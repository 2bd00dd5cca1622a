--- an index of a stranger on a table of the plan | reads | index 'a' is not of ccn
CREATE INDEX a ON cluster (projects);
--- an index with a condition | reads | index 'a' is not of ccn
CREATE INDEX a ON cluster (key) WHERE length(key) > 1;
--- the index of the keys with a condition | reads | index 'cluster_key' is not of ccn
DROP INDEX cluster_key;
CREATE UNIQUE INDEX cluster_key ON cluster (key) WHERE length(key) > 0;
--- an index on the scenarios | reads | index 'a' is not of ccn
CREATE INDEX a ON scenario (parent);
--- a check on the meta data | reads | table 'ccn_meta' is not of ccn
UPDATE sqlite_schema SET sql = replace(sql, 'value ANY',
    'value ANY CHECK (value <> 7)') WHERE name = 'ccn_meta';
--- a default of the log | reads | table 'run' is not of ccn
UPDATE sqlite_schema SET sql = replace(sql, 'result TEXT',
    'result TEXT DEFAULT (upper(''x''))') WHERE name = 'run';
--- a column more of the layers | reads | table 'gpkg_contents' is not of ccn
ALTER TABLE gpkg_contents ADD COLUMN more TEXT;
--- a table and index of another program | opens
CREATE TABLE theirs (a CHECK (a > 0)); CREATE INDEX theirs_a ON theirs (a);
