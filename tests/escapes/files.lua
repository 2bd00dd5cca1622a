--- a file above is not read | 1 | no folder that this run may read
ccn.text "../secret"
--- nor by a link | 1 | no folder that this run may read
ccn.text "link"
--- nor through a folder that is a link | 1 | no folder that this run may read
ccn.text "up/secret"
--- nor from the system | 1 | no folder that this run may read
ccn.text "/etc/passwd"
--- nor by the processes | 1 |
ccn.text "/proc/self/environ"
--- nor by the root of the process | 1 |
ccn.text "/proc/self/root/etc/passwd"
--- nor through its folder | 1 |
ccn.text "/proc/self/cwd/../secret"
--- nor from an open descriptor | 1 |
ccn.text "/proc/self/fd/3"
--- nor from a device | 1 |
ccn.text "/dev/zero"
--- a pipe is no file | 1 |
ccn.text "pipe"
--- a folder is no file | 1 |
ccn.text "."
--- a path with a zero byte is not cut | 1 |
ccn.text "plan.gpkg\0.txt"
--- an empty path is refused | 1 |
ccn.text ""
--- a path that is too long is refused | 1 |
ccn.text(("a/"):rep(100000))
--- json reads nothing above | 1 | no folder that this run may read
ccn.json "../secret"
--- csv reads nothing above | 1 | no folder that this run may read
ccn.csv "../secret"
--- import reads nothing above | 1 | no folder that this run may read
ccn.new("P"):import("../secret", "cluster")
--- open reads nothing above | 1 | no folder that this run may read
ccn.open "../secret"
--- a module above is not found | 1 |
require "..secret"
--- a module by a link is not read | 1 |
require "link"
--- a module with a slash is no name | 1 |
require "up/secret"
--- a module of the shipped commands runs nothing of itself | 1 |
require "/commands/new"
--- what is there outside is not told | 0 | false
print(ccn.exists "../secret")
--- nor for the system | 0 | false
print(ccn.exists "/etc/passwd")
--- a plan is not saved above | 1 | may not write
ccn.new("P"):save "../other.gpkg"
--- nor over the secret | 1 | may not write
ccn.new("P"):save "../secret"
--- nor by a link | 1 | may not write
ccn.new("P"):save "link"
--- nor beside the plan | 1 | may not write
ccn.new("P"):save "other.gpkg"
--- nor through the system | 1 | may not write
ccn.new("P"):save "/tmp/ccn-owned.gpkg"
--- nor on a device | 1 |
ccn.new("P"):save "/dev/null"
--- another content is not put in the place of the plan | 1 | may not write
ccn.new("Other"):save "plan.gpkg"
--- a file is not written above | 1 | may not write
ccn.save_file("../secret", "owned")
--- nor a script changed | 1 | may not write
ccn.save_file("script.lua", "owned")
--- nor a journal put beside the plan | 1 | may not write
ccn.save_file("plan.gpkg-journal", "owned")
--- a shipped file has no way up | 0 | nil
print(ccn.shipped "../core/base/err.c")
--- nor the place beside the program | 0 | nil
print(ccn.beside "../secret")
--- a shipped file is not an absolute one | 0 | nil
print(ccn.shipped "/etc/passwd")
--- an export writes nothing | 1 |
ccn.open("plan.gpkg"):export("cluster", "../secret")
--- the refusal shows nothing of the file | 1 | no folder | treasure
ccn.csv "up/secret"
