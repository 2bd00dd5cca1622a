--- a key that is nothing | refused | key
PRAGMA foreign_keys = OFF;
UPDATE sqlite_schema SET sql = replace(sql, '"key" TEXT NOT NULL', '"key" TEXT')
WHERE name = 'enterprise';
PRAGMA schema_version = 9000;
INSERT INTO enterprise (key) VALUES (NULL);
--- a key that is empty | refused | key
INSERT INTO enterprise (key) VALUES ('');
--- a key of two lines | refused | key
INSERT INTO enterprise (key) VALUES ('a' || char(10) || 'b');
--- a key of two names | refused | key
INSERT INTO enterprise (key) VALUES ('a;b');
--- a key with a zero | refused |
INSERT INTO enterprise (key) VALUES (CAST(x'610062' AS TEXT));
--- a key that is no text | refused |
INSERT INTO cluster (key) VALUES (x'00FF');
--- a key that is no UTF-8 | refused |
INSERT INTO cluster (key) VALUES (CAST(x'61FF62' AS TEXT));
--- a key of a million letters | opens
INSERT INTO cluster (key) VALUES (repeat('x', 1000000));
--- a key twice | refused | there is
DROP INDEX cluster_key;
INSERT INTO cluster (key) VALUES ('C1');
--- a reference to nothing | refused | there is no unit 'nowhere'
PRAGMA foreign_keys = OFF;
UPDATE cluster SET unit = 'nowhere';
--- a reference that is a number | refused |
PRAGMA foreign_keys = OFF;
UPDATE cluster SET unit = x'01';
--- a unit that is its own parent | opens
UPDATE unit SET parent = key WHERE key = 'U1';
--- units that are each other's parent | opens
UPDATE unit SET parent = 'U2' WHERE key = 'U1';
UPDATE unit SET parent = 'U1' WHERE key = 'U2';
--- a set of one that is not there | refused | there is no unit
UPDATE cluster SET units = 'U1;nowhere' WHERE key = 'C1';
--- a set with a hole, which the door fills | opens
UPDATE cluster SET units = 'U1;;U2' WHERE key = 'C1';
--- a set of only marks | refused |
UPDATE cluster SET units = ';;;;' WHERE key = 'C1';
--- a set with a name twice, which the door knows | opens
UPDATE cluster SET units = 'U1;U1' WHERE key = 'C1';
--- an area below nothing | refused |
PRAGMA ignore_check_constraints = ON;
UPDATE cluster SET total_area = -1;
--- an area above what there is | refused |
PRAGMA ignore_check_constraints = ON;
UPDATE cluster SET total_area = 9223372036854775807;
--- an area that is a text | refused |
PRAGMA ignore_check_constraints = ON;
UPDATE cluster SET total_area = 'wide';
--- an area that is a fraction | refused |
PRAGMA ignore_check_constraints = ON;
UPDATE cluster SET total_area = 1.5;
--- a share that is infinite | refused |
PRAGMA ignore_check_constraints = ON;
UPDATE cluster SET reported_fill = 9e999;
--- a share below nothing | refused |
PRAGMA ignore_check_constraints = ON;
UPDATE cluster SET reported_fill = -0.1;
--- a share that is a blob | refused |
PRAGMA ignore_check_constraints = ON;
UPDATE cluster SET reported_fill = x'00';
--- money below nothing | refused |
PRAGMA ignore_check_constraints = ON;
UPDATE cluster SET infrastructure_cost = -5;
--- a flag that is two | refused |
PRAGMA ignore_check_constraints = ON;
UPDATE cluster SET uncleared = 2;
--- a flag that is a text | refused |
PRAGMA ignore_check_constraints = ON;
UPDATE cluster SET uncleared = 'yes';
--- a choice that is none | refused |
PRAGMA ignore_check_constraints = ON;
UPDATE cluster SET state = 'haunted';
--- a choice that is a number | refused |
PRAGMA ignore_check_constraints = ON;
UPDATE cluster SET state = 3;
--- a day that is none | refused |
UPDATE cluster SET formed_on = '2025-02-30';
--- a month that is none | refused |
UPDATE cluster SET formed_on = '2025-13-01';
--- a day in words | refused |
UPDATE cluster SET formed_on = 'yesterday';
--- a day as it is written here | refused |
UPDATE cluster SET formed_on = '15/9/2026';
--- a day with an hour | refused |
UPDATE cluster SET formed_on = '2026-09-15T00:00';
--- a text of a million letters | opens
UPDATE cluster SET note = repeat('x', 1000000);
--- a text that is no UTF-8 | refused |
UPDATE cluster SET note = CAST(x'FFFE' AS TEXT);
--- a text with a zero | refused |
UPDATE cluster SET note = CAST(x'610062' AS TEXT);
--- a text that is a formula | opens
UPDATE cluster SET note = '=HYPERLINK("http://a.example")';
--- a text with a tag | opens
UPDATE cluster SET note = '<script>alert(1)</script>';
--- a shape that is no geometry | refused |
UPDATE cluster SET shape = x'0102030405';
--- a shape that is a text | refused |
UPDATE cluster SET shape = 'POINT (1 2)';
--- a shape without an end | refused |
UPDATE cluster SET shape = x'47500001E6100000010100000000000000';
--- a shape of four billion points | refused |
UPDATE cluster SET shape = x'47500001E61000000102000000FFFFFFFF';
--- a shape of collections in collections | refused |
UPDATE cluster SET shape = CAST(x'47500001E6100000' ||
    CAST(repeat(CAST(x'010700000001000000' AS TEXT), 1) AS BLOB) AS BLOB);
--- a shape in the empty sea of not a number | refused |
UPDATE cluster SET shape =
    x'47500001E61000000101000000000000000000F87F000000000000F87F';
--- an empty shape | refused |
UPDATE cluster SET shape = x'';
--- a firing of a set that is not there | refused | there is no trigger_set
PRAGMA foreign_keys = OFF;
INSERT INTO firing (key, "set") VALUES ('f', 'nowhere 1');
--- a firing of observations that are not there | refused | there is no observation
INSERT INTO firing (key, observations) VALUES ('f', 'o1');
--- a firing in no state | refused |
PRAGMA ignore_check_constraints = ON;
INSERT INTO firing (key, state) VALUES ('f', 'asleep');
--- a proposal of firings that are not there | refused | there is no firing
INSERT INTO proposal (key, firings) VALUES ('p', 'f');
--- a trigger set that would run for ever, which opening does not run | opens
INSERT INTO trigger_set (key, name, version, text, approved_on)
VALUES ('a 1', 'a', '1', 'while true do end', '2026-01-01');
