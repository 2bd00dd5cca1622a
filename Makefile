# ccn: planning of industrial clusters.  What you can make:
#
# make run        install what is missing, build, import the data, run
#                 scenarios/dam_hong and print its result
# make check      install what only the tests need, build, run every test
#
# make            build/ccn and its modules
# make deps       install what is missing to build and run
# make asan       every test, under the address and undefined sanitizers
# make tsan       every test, under the thread sanitizer
# make valgrind   the C tests, under valgrind
# make lint       format, static checks, floors, sizes, texts
# make fuzz       each fuzz target for FUZZ_SECONDS; fuzz-planted: with a fault
# make trust      long proofs: kills, no memory, same bytes, fuzzing (two hours)
# make coverage   what of our own C the tests reach
# make bench      how long things take, and how much memory
# make docs       build/docs: reference, SQL, completion for editors
# make install    to PREFIX, below DESTDIR
# make clean      remove build/

CC     ?= cc
CLANG  ?= clang
CFLAGS ?= -O2 -g
BUILD  ?= build
PREFIX ?= /usr
LUA    ?= lua5.4
JOBS   ?= $(shell nproc 2>/dev/null || echo 1)

FUZZ_SECONDS ?= 20
TIDY_NODES   ?= 50000
TEST_SECONDS ?= 300

# Nothing below this line depends on the machine.

WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wvla \
            -Wmissing-prototypes -Wstrict-prototypes -Wwrite-strings
INCLUDES  = -I. -D_POSIX_C_SOURCE=200809L
COMPILE   = $(CC) -std=c11 -pthread -fPIC -fvisibility=hidden $(WARNINGS) \
            -ffp-contract=off $(CPPFLAGS) $(CFLAGS)

# Libraries are looked up when first needed, once: `make run` installs them
# with this file already read.
once = $(eval $(1) := $(2))$($(1))
library = $(or $(shell pkg-config $(1) 2>/dev/null), \
          $(error $(lastword $(1)) is not installed: make deps))
LUA_CFLAGS = $(call once,LUA_CFLAGS,$(call library,--cflags $(LUA)))
LIBS       = $(call once,LIBS,$(call library,--libs $(LUA)) \
             $(call library,--libs sqlite3) $(call library,--libs libmd) \
             $(call library,--libs jansson) \
             -ldl -lm)
CBC_CFLAGS = $(call once,CBC_CFLAGS,$(call library,--cflags cbc))
cbc_LIBS  := -lCbcSolver -lCbc
edit_LIBS := -ledit
xlsx_LIBS := -lxlsxwriter
MPI_CFLAGS = $(call once,MPI_CFLAGS,$(shell mpicc --showme:compile))
mpi_LIBS   = $(call once,mpi_LIBS,$(shell mpicc --showme:link))

# Open MPI is for sweeps over machines, libxlsxwriter for Excel files; without
# them all else is there.
HAS_MPI   := $(shell command -v mpicc 2>/dev/null)
HAS_XLSX  := $(shell pkg-config --exists xlsxwriter 2>/dev/null && echo yes)
MODULE_C  := $(filter-out $(if $(HAS_MPI),,bindings/sweep/mpi_module.c) \
             $(if $(HAS_XLSX),,bindings/host/xlsx_module.c), \
             $(wildcard core/*/*_module.c bindings/*/*_module.c))
CORE_C    := $(filter-out %_module.c,$(wildcard core/*/*.c))
BINDING_C := $(filter-out %_module.c,$(wildcard bindings/*/*.c))
TEST_C    := $(wildcard tests/test_*.c)
HELP_C    := $(filter-out tests/test_% tests/bench_%,$(wildcard tests/*.c))
BENCH_C   := $(wildcard tests/bench/*.c tests/bench_*.c)
FUZZ_C    := $(wildcard tests/fuzz/*.c)
TRUST_C   := tests/trust/kill.c tests/trust/memory.c \
             tests/trust/script_memory.c
TOOL_C    := $(wildcard tests/tools/*.c) $(TRUST_C)
COVER_C   := tests/coverage/flush.c

COMMA   := ,
objects = $(patsubst %.c,$(BUILD)/%.o,$(1))
LIBRARY := $(BUILD)/libccn.a
PARTS   := $(call objects,$(CORE_C) $(filter-out %/main.c,$(BINDING_C)))
MODULES := $(foreach m,$(MODULE_C),$(BUILD)/ccn-$(patsubst \
             %_module.c,%,$(notdir $(m))).so)
TESTS   := $(patsubst %.c,$(BUILD)/%,$(TEST_C))
BENCHES := $(patsubst %.c,$(BUILD)/%,$(BENCH_C))
FUZZERS := $(patsubst %.c,$(BUILD)/%,$(FUZZ_C))
TOOLS   := $(patsubst %.c,$(BUILD)/%,$(TOOL_C))
ALL_C   := $(CORE_C) $(MODULE_C) $(BINDING_C) $(TEST_C) $(HELP_C) \
           $(BENCH_C) $(FUZZ_C) $(TOOL_C) $(COVER_C) tests/trust/starve.c \
           tests/trust/careless.c tests/trust/planted.c

LUA_TESTS   := $(wildcard tests/test_*.lua)
SHELL_TESTS := $(wildcard tests/test_*.sh)

# The same Makefile once more, on all processors unless told otherwise.
again = $(MAKE) --no-print-directory \
        $(if $(findstring jobserver,$(MAKEFLAGS)),,-j$(JOBS))

.DELETE_ON_ERROR:
.SECONDARY:
.PHONY: all run result check asan tsan valgrind lint format tidy luacheck \
        floors headers texts fuzz fuzzers fuzz-planted planted bench docs install clean help deps \
        tests trust careless coverage covering

all: $(BUILD)/ccn $(MODULES) $(BUILD)/ccn-charts.js

help:
	@sed -n '/^# ccn/,/^$$/s/^# \{0,1\}//p' Makefile

deps:
	@tests/tools/need run

run:
	@tests/tools/need run
	@$(again) --silent all
	@$(again) --silent result

check:
	@tests/tools/need run test
	@$(again) --silent tests
	@TEST_SECONDS=$(TEST_SECONDS) JOBS=$(JOBS) WRAP='$(WRAP)' \
	    tests/tools/check $(BUILD) \
	    $(SHELL_TESTS) $(TESTS) $(LUA_TESTS)

tests: all $(TESTS) $(patsubst %.c,$(BUILD)/%,$(TRUST_C))

# The main job on real data.

SCENARIO := scenarios/dam_hong
PLAN     := $(BUILD)/laocai.gpkg

result: $(PLAN)
	@$(BUILD)/ccn run --trust $(SCENARIO)/dam_hong.lua plan=$(PLAN)

$(PLAN): $(BUILD)/ccn $(filter-out %/dam_hong.lua,$(filter %.lua %.csv, \
         $(wildcard $(SCENARIO)/* $(SCENARIO)/*/*)))
	$(BUILD)/ccn run --trust $(SCENARIO)/import.lua out=$@

# Building

# From the objects: two of one name in different folders would be noticed.
$(BUILD)/ccn: $(BUILD)/bindings/program/main.o $(PARTS)
	$(COMPILE) $(LDFLAGS) -o $@ $^ $(LIBS)

$(LIBRARY): $(PARTS)
	@rm -f $@
	$(AR) qcs $@ $^

define module
$(BUILD)/ccn-$(2).so: $(BUILD)/$(1:.c=.o)
	$$(COMPILE) $$(LDFLAGS) -shared -o $$@ $$^ $$($(2)_LIBS)
endef
$(foreach m,$(MODULE_C),$(eval $(call \
    module,$(m),$(patsubst %_module.c,%,$(notdir $(m))))))

# Fetched once, whatever is built.
CHARTS := build/ccn-charts.js

$(CHARTS): scripts/report/package-lock.json tests/tools/charts
	@mkdir -p $(@D)
	@tests/tools/charts $@

ifneq ($(BUILD)/ccn-charts.js,$(CHARTS))
$(BUILD)/ccn-charts.js: $(CHARTS)
	@mkdir -p $(@D)
	@if [ -f $< ]; then cp $< $@; fi
endif

$(TESTS): $(BUILD)/%: $(BUILD)/%.o $(call objects,$(HELP_C)) $(LIBRARY)
	$(COMPILE) $(LDFLAGS) -o $@ $^ $(LIBS) -lcmocka

$(TOOLS) $(BENCHES): $(BUILD)/%: $(BUILD)/%.o $(LIBRARY)
	$(COMPILE) $(LDFLAGS) -o $@ $(filter %.o,$^) $(LIBRARY) $(LIBS)

# Those that let memory fail; the other side of a worker is taken over.
$(BUILD)/tests/trust/memory: $(call objects,tests/trust/starve.c tests/acts.c \
                                    tests/fault.c tests/record.c)
$(BUILD)/tests/trust/script_memory: $(BUILD)/tests/trust/starve.o
$(BUILD)/tests/trust/script_memory: override LDFLAGS += -Wl,--wrap=pipe_send \
    -Wl,--wrap=pipe_receive -Wl,--wrap=walls_raise -Wl,--wrap=lua_newstate

# The guards are off: what the proofs must notice (tests/trust/careless.c).
UNGUARDED := trust_schema trust_integrity own_file fence_raise filter_raise \
             sandbox_open number_read
WITHOUT   := $(patsubst %,$(BUILD)/careless/test_%,hostile bad_csv walls)
CARELESS  := $(BUILD)/careless/ccn $(WITHOUT)

$(BUILD)/careless/ccn: $(BUILD)/bindings/program/main.o $(PARTS)
$(WITHOUT): $(BUILD)/careless/%: $(BUILD)/tests/%.o $(call objects,$(HELP_C)) \
            $(LIBRARY)
$(CARELESS): $(BUILD)/tests/trust/careless.o
	@mkdir -p $(@D)
	$(COMPILE) $(LDFLAGS) $(addprefix -Wl$(COMMA)--wrap=,$(UNGUARDED)) -o $@ \
	    $(filter %.o,$^) $(filter %.a,$^) $(LIBS) -lcmocka

careless: $(CARELESS)

$(BUILD)/bindings/%.o $(BUILD)/tests/%.o: INCLUDES += $(LUA_CFLAGS)
$(BUILD)/%_module.o: INCLUDES += $(CBC_CFLAGS)
$(BUILD)/%mpi_module.o: INCLUDES += $(MPI_CFLAGS)

# Its loops run over whole columns, several values at a time.
$(BUILD)/core/rank/%.o $(BUILD)/core/assign/%.o $(BUILD)/core/sweep/%.o \
$(BUILD)/core/schedule/%.o $(BUILD)/core/place/%.o: \
    CFLAGS := $(CFLAGS:-O2=-O3)

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(COMPILE) $(INCLUDES) -MMD -MP -c -o $@ $<

# The tests once more, under tools that watch them

SANITIZE := -O1 -g -Werror -fno-omit-frame-pointer -fno-sanitize-recover=all

asan:
	@$(MAKE) --no-print-directory check BUILD=$(BUILD)/asan \
	    CFLAGS='$(SANITIZE) -fsanitize=address,undefined'

tsan:
	@$(MAKE) --no-print-directory check BUILD=$(BUILD)/tsan \
	    CFLAGS='$(SANITIZE) -fsanitize=thread'

valgrind:
	@tests/tools/need run test valgrind
	@$(again) --silent tests
	@TEST_SECONDS=$(TEST_SECONDS) JOBS=$(JOBS) \
	    WRAP='valgrind -q --error-exitcode=9 --leak-check=full' \
	    tests/tools/check $(BUILD) $(TESTS)

# Fuzzing needs clang; each target starts from its corpus, if it has one.

fuzzing = $(again) --silent CC=$(CLANG) BUILD=$(BUILD)/fuzz \
          CFLAGS='-O1 -g -fsanitize=fuzzer-no-link,address,undefined \
          -fno-sanitize-recover=all'

fuzz:
	@tests/tools/need run fuzz
	@$(fuzzing) fuzzers
	@tests/tools/fuzz $(FUZZ_SECONDS) $(BUILD)/fuzz/tests/fuzz

fuzzers: $(FUZZERS)

$(FUZZERS): $(BUILD)/%: $(BUILD)/%.o $(LIBRARY)
	$(COMPILE) -fsanitize=fuzzer $(LDFLAGS) -o $@ $^ $(LIBS)

# The same targets with a fault in each, which it must find (tests/trust/planted.c).
FAULT_shape       := shape_from_gpkg
FAULT_changes     := changes_read
FAULT_csv         := csv_open
FAULT_script      := bind_raise
FAULT_rank        := bind_raise
FAULT_import      := plan_adopt
FAULT_plan        := trust_integrity
FAULT_assign      := assign_check
FAULT_observation := plan_adopt
FAULT_criteria    := plan_add
PLANTED := $(patsubst tests/fuzz/%.c,$(BUILD)/planted/%,$(FUZZ_C))

fuzz-planted:
	@tests/tools/need run fuzz
	@$(fuzzing) planted
	@tests/tools/fuzz 60 $(BUILD)/fuzz/planted planted

planted: $(PLANTED)

$(PLANTED): $(BUILD)/planted/%: $(BUILD)/tests/fuzz/%.o \
            $(BUILD)/tests/trust/planted.o $(LIBRARY)
	@mkdir -p $(@D)
	$(COMPILE) -fsanitize=fuzzer $(LDFLAGS) -Wl,-u,$(FAULT_$*) \
	    -Wl,--wrap=$(FAULT_$*) -o $@ $^ $(LIBS)

# The long proofs, and what each shows when its guard is off.

trust:
	@tests/tools/need run test fuzz
	@$(again) --silent tests careless $(PLAN)
	@FUZZ_SECONDS=$(if $(filter 20,$(FUZZ_SECONDS)),300,$(FUZZ_SECONDS)) \
	    tests/trust/run $(BUILD)

# Our own C without the tests.  Where to look: tests/tools/covered BUILD FILE.
COVERAGE := $(BUILD)/coverage
COVER    := -O0 -g --coverage -fprofile-update=atomic -DNDEBUG
WRAPPED  := _exit _Exit execv setrlimit prctl syscall

coverage:
	@find $(COVERAGE) -name '*.gcda' -delete 2>/dev/null || true
	@$(MAKE) --no-print-directory --silent covering
	-@TEST_SECONDS=900 LUA_SECONDS=600 JOBS=$(JOBS) \
	    tests/tools/check $(COVERAGE) \
	    $(TESTS:$(BUILD)/%=$(COVERAGE)/%) $(LUA_TESTS) $(SHELL_TESTS) \
	    >$(COVERAGE)/check.log
	@tests/tools/covered $(COVERAGE)

# Only what it is measured with.
covering: $(COVERAGE)/$(COVER_C:.c=.o)
	@$(again) --silent tests BUILD=$(COVERAGE) CFLAGS='$(COVER)' \
	    LDFLAGS='--coverage -rdynamic $(WRAPPED:%=-Wl,--wrap=%) $(abspath $<)'

$(COVERAGE)/$(COVER_C:.c=.o): $(COVER_C)
	@mkdir -p $(@D)
	$(COMPILE) -fno-profile-arcs -DCOVERED='"$(abspath $(COVERAGE))"' -c -o $@ $<

# Checks of the source

lint:
	@tests/tools/need run test lint
	@$(again) --keep-going --silent format tidy luacheck floors headers texts
	@echo 'lint: nothing to complain about'

format:
	clang-format --dry-run --Werror $(ALL_C) $(ALL_H)

ALL_H := $(wildcard core/*/*.h bindings/*/*.h tests/*.h tests/bench/*.h \
           tests/fuzz/*.h tests/trust/*.h)

# clang-tidy looks again only at what was compiled again, and follows TIDY_NODES
# steps of a function; its own default is 225000 and takes four times as long.
tidy: $(patsubst %.c,$(BUILD)/tidy/%.ok,$(CORE_C) $(MODULE_C) $(BINDING_C))

$(BUILD)/tidy/%.ok: $(BUILD)/%.o .clang-tidy
	@mkdir -p $(@D)
	timeout 240 clang-tidy --quiet $*.c -- -std=c11 $(INCLUDES) \
	    -Xclang -analyzer-config -Xclang max-nodes=$(TIDY_NODES) \
	    $(LUA_CFLAGS) $(if $(filter %_module,$*),$(CBC_CFLAGS)) \
	    $(if $(filter %mpi_module,$*),$(MPI_CFLAGS)) 2>$(@:.ok=.err) \
	    || { cat $(@:.ok=.err); exit 1; }
	@touch $@

luacheck:
	luacheck --quiet $(wildcard scripts scenarios tests)

floors:
	tests/tools/floors

headers:
	for header in $(filter-out tests/%,$(ALL_H)); do \
	    printf '#include "%s"\ntypedef int one;\n' $$header | $(CC) -std=c11 $(WARNINGS) -Werror \
	        $(INCLUDES) $(LUA_CFLAGS) -fsyntax-only -xc - || exit 1; \
	done

texts: $(BUILD)/tests/tools/texts
	$< $(CORE_C) $(MODULE_C) $(BINDING_C)

# Figures and papers

bench: all
	@$(again) --silent $(BENCHES)
	@tests/bench/run $(BUILD) $(BENCHES)

docs: all
	@mkdir -p $(BUILD)/docs
	$(BUILD)/ccn describe md > $(BUILD)/docs/reference.md
	$(BUILD)/ccn describe sql > $(BUILD)/docs/schema.sql
	$(BUILD)/ccn describe luals > $(BUILD)/docs/ccn.d.lua

# The program finds its modules beside it and its scripts at ../scripts, so the
# place can be moved as a whole.
PLACE := $(DESTDIR)$(PREFIX)/lib/ccn
SHARE := $(DESTDIR)$(PREFIX)/share/ccn

install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(PLACE)/bin $(SHARE)
	install $(BUILD)/ccn $(MODULES) $(PLACE)/bin
	if [ -f $(CHARTS) ]; then install -m 644 $(CHARTS) $(PLACE)/bin; fi
	ln -sf ../lib/ccn/bin/ccn $(DESTDIR)$(PREFIX)/bin/ccn
	ln -sfn ../../share/ccn/scripts $(PLACE)/scripts
	cp -R scripts scenarios $(SHARE)

clean:
	rm -rf build

-include $(patsubst %.c,$(BUILD)/%.d,$(ALL_C))
