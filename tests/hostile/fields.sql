--- a field of one's own without its column | refused | x_a
INSERT INTO ccn_field VALUES (1, 'cluster', 'x_a', 1, '', 'A', 'A', '', 0, 9,
    NULL, NULL);
--- a field of one's own of a kind that is none | refused |
ALTER TABLE cluster ADD COLUMN x_a;
INSERT INTO ccn_field VALUES (1, 'cluster', 'x_a', 99, '', 'A', 'A', '', 0, 9,
    NULL, NULL);
--- a field of one's own of a kind below zero | refused |
ALTER TABLE cluster ADD COLUMN x_a;
INSERT INTO ccn_field VALUES (1, 'cluster', 'x_a', -1, '', 'A', 'A', '', 0, 9,
    NULL, NULL);
--- a field of one's own in no table | refused |
INSERT INTO ccn_field VALUES (1, 'nothing', 'x_a', 1, '', 'A', 'A', '', 0, 9,
    NULL, NULL);
--- a field of one's own with the name of ours | refused |
INSERT INTO ccn_field VALUES (1, 'cluster', 'note', 1, '', 'A', 'A', '', 0, 9,
    NULL, NULL);
--- a field of one's own without the mark | refused |
ALTER TABLE cluster ADD COLUMN mine;
INSERT INTO ccn_field VALUES (1, 'cluster', 'mine', 1, '', 'A', 'A', '', 0, 9,
    NULL, NULL);
--- a field of one's own whose name is a statement | refused |
INSERT INTO ccn_field VALUES (1, 'cluster', 'x_a" TEXT); DROP TABLE unit; --',
    1, '', 'A', 'A', '', 0, 9, NULL, NULL);
--- a field of one's own with limits the wrong way round | refused |
ALTER TABLE cluster ADD COLUMN x_a;
INSERT INTO ccn_field VALUES (1, 'cluster', 'x_a', 1, '', 'A', 'A', '', 9, 0,
    NULL, NULL);
--- a field of one's own with infinite limits | opens
ALTER TABLE cluster ADD COLUMN x_a;
INSERT INTO ccn_field VALUES (1, 'cluster', 'x_a', 3, '', 'A', 'A', '', -9e999,
    9e999, NULL, NULL);
--- a field of one's own that refers to nothing | refused |
ALTER TABLE cluster ADD COLUMN x_a TEXT;
INSERT INTO ccn_field VALUES (1, 'cluster', 'x_a', 10, '', 'A', 'A', '', 0, 9,
    'nothing', NULL);
--- a choice of one's own without choices | refused |
ALTER TABLE cluster ADD COLUMN x_a TEXT;
INSERT INTO ccn_field VALUES (1, 'cluster', 'x_a', 6, '', 'A', 'A', '', 0, 9,
    NULL, NULL);
--- too many fields of one's own | refused |
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300)
INSERT INTO ccn_field SELECT i, 'cluster', 'x_' || i, 3, '', 'A', 'A', '', 0, 9,
    NULL, NULL FROM n;
--- a scenario that is no list of changes | opens
INSERT INTO scenario (name, changes, summary) VALUES ('S', x'FFFFFFFFFFFFFFFF', '');
--- a scenario that is empty | opens
INSERT INTO scenario (name, changes, summary) VALUES ('S', x'', '');
--- a scenario of itself | opens
INSERT INTO scenario (name, parent, changes, summary) VALUES ('S', 'S', x'', '');
