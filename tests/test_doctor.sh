#!/bin/sh
# ccn doctor: whole, without optional modules, and with a file that is broken.
set -u
. tests/tools/shell
begin doctor
cd "$work" || exit 1
mkdir -p bare/build
export LC_ALL=C.UTF-8 XDG_STATE_HOME="$work/state"

echo 'local p = ccn.new "P"
p:add("cluster", { key = "C1" })
p:define("cluster", { name = "x_noise", kind = "number", unit = "dB" })
p:save(ccn.args.out)' >make.lua
"$CCN" run make.lua out=plan.gpkg || exit 1
head -c 3000 plan.gpkg >broken.gpkg

expect 'a whole installation is well' 0 'SQLite' "$CCN" --lang en doctor
expect 'every module loads' 0 'loads' "$CCN" --lang en doctor
expect 'a plan says what it holds' 0 "plan 'P', well formed" \
    "$CCN" --lang en doctor plan.gpkg
expect 'with the fields of its own' 0 x_noise "$CCN" --lang en doctor plan.gpkg
expect 'a damaged file is an error' 1 'does not open' \
    "$CCN" --lang en doctor broken.gpkg
expect 'a missing file is an error' 1 'does not open' \
    "$CCN" --lang en doctor nowhere.gpkg
expect 'it speaks Vietnamese' 0 'tình trạng' "$CCN" --lang vi doctor
expect 'it warns of letters that will break' 0 'not UTF-8' \
    env LC_ALL=C "$CCN" --lang en doctor

# The program alone, without a module beside it.
cp "$CCN" bare/build/ccn
ln -s "$root/scripts" bare/scripts
expect 'a missing module is said, with its package' 0 'libedit-dev' \
    bare/build/ccn --lang en doctor
expect 'that for Excel files' 0 'libxlsxwriter-dev' \
    bare/build/ccn --lang en doctor
expect 'which is said when one is asked for' 1 'install libxlsxwriter-dev' \
    bare/build/ccn --lang en report tt14 plan.gpkg period=2026 out=form.xlsx
expect 'a form is a page without it' 0 'is in form.html' \
    bare/build/ccn --lang en report tt14 plan.gpkg period=2026 out=form.html
expect 'the solver as well' 0 'coinor-libcbc-dev' \
    bare/build/ccn --lang en doctor
expect 'and the charts' 0 'install npm' bare/build/ccn --lang en doctor
echo 'no library' >bare/build/ccn-edit.so
expect 'a module that does not load is broken' 1 'does not load' \
    bare/build/ccn --lang en doctor
rm bare/build/ccn-edit.so
printf '1 + 1\n' >lines
expect 'the prompt works without its editor' 0 2 \
    sh -c 'bare/build/ccn repl <lines'

finish
