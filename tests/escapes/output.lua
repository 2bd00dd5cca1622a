--- text without end ends | 1 | printed more than 1 MiB
while true do print(("x"):rep(1000)) end
--- also in one piece | 1 | printed more than 1 MiB
print(("x"):rep(1 << 21))
--- colours and titles are not sent to a terminal | 0 | ?[31mred?]0;title?
print "\27[31mred\27]0;title\7"
--- nor in an error | 1 | ?[31mred | [0m
error("\27[31mred", 0)
--- nor what turns the direction of writing | 0 | a?b
print "a\u{202E}b"
--- nor control characters of eight bits | 0 | a?b
print "a\u{9B}b"
--- nor what is no text | 0 | a?b
print "a\xFFb"
--- an error text is no format | 1 | %s %n 100%
error("%s %n 100%", 0)
--- a printed text is no format | 0 | %s%s%n
print "%s%s%n"
--- an address is not printed | 0 | function | 0x
print(print, {}, ccn)
--- nor by a format | 1 | %p is not for scripts
print(("%p"):format({}))
--- nor by joining | 1 | attempt to concatenate a table | 0x
print("x" .. {})
