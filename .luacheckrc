std = "lua54"
max_line_length = 80
read_globals = { "ccn" }
exclude_files = { "tests/escapes", "tests/fuzz" }
