#!/bin/sh
# What `make run` does about missing packages, on a machine made of false
# commands: nothing, apt, sudo and apt, or a clear word.
set -u
fake=$BUILD/need-test
rm -rf "$fake" && mkdir -p "$fake"
passed=0 failed=0

command_that() { # command_that NAME < its text
    { echo '#!/bin/sh' && cat; } >"$fake/$1"
    chmod +x "$fake/$1"
}

check() { # check WHAT, with the status of the command before
    if [ $? -eq 0 ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "not so: $1"
        cat "$fake/out" "$fake/called" 2>/dev/null
    fi
}

# need AS: with the false commands and none of the machine's apt or sudo.
need() {
    : >"$fake/called"
    PATH=$fake:$fake/tools tests/tools/need run >"$fake/out" 2>&1 </dev/null
}

mkdir "$fake/tools"
for tool in awk cat dirname env mktemp rm sh; do
    ln -s "$(command -v $tool)" "$fake/tools/$tool"
done

every=$(awk '$1 == "run" { print $2 }' tests/tools/packages)
command_that apt-get <<EOT
echo "apt-get \$*" >>"$fake/called"
EOT
command_that id <<EOT
echo 0
EOT
command_that dpkg-query <<EOT
for package in $(echo $every); do echo "installed \$package"; done
EOT

need && [ ! -s "$fake/out" ] && [ ! -s "$fake/called" ]
check 'with everything there it says nothing and leaves apt alone'

command_that dpkg-query <<EOT
for package in $(echo $every); do
    [ \$package = gcc ] || echo "installed \$package"
done
EOT
need && grep -q 'gcc  *compiles ccn' "$fake/out"
check 'it says what is missing and why'

grep -q '^apt-get -q install .* gcc$' "$fake/called"
check 'root installs only what is missing'

command_that id <<EOT
echo 1000
EOT
! need && grep -q 'As root:' "$fake/out" && [ ! -s "$fake/called" ]
check 'neither root nor sudo: it says what to do, and fails'

command_that sudo <<EOT
echo "sudo \$*" >>"$fake/called"
"\$@"
EOT
need && grep -q '^sudo env .* apt-get -q install .* gcc$' "$fake/called"
check 'a user installs through sudo'

command_that apt-get <<EOT
echo "no network"
exit 100
EOT
! need && grep -q 'no network' "$fake/out" &&
    grep -q 'are not installed$' "$fake/out"
check 'when apt fails its words are shown'

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
