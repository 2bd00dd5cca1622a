-- The least that a script can be: see process.c.
print(1)
