/* Which drives are of the network, and so not written to. */
#include "test.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/store/drive.h"

static const char mounts[] =
    "22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n"
    "40 22 0:35 / /mnt/a\\040b rw shared:9 master:1 - nfs4 host:/b rw,hard\n"
    "41 22 0:36 /c /mnt/c rw - fuse.sshfs me@host:/c rw\n"
    "42 22 0:37 / /broken\n"
    "43 22 0:38 / /mnt/d rw - cifs //host/d rw";

static void it_is(const char *wanted, unsigned major, unsigned minor)
{
    char type[64];
    assert_true(drive_type(mounts, major, minor, type));
    assert_string_equal(type, wanted);
}

static void the_type_is_that_of_the_mount(void **state)
{
    (void)state;
    char type[64];
    it_is("ext4", 8, 1);
    it_is("nfs4", 0, 35);
    it_is("fuse.sshfs", 0, 36);
    it_is("cifs", 0, 38);
    assert_false(drive_type(mounts, 0, 37, type));
    assert_false(drive_type(mounts, 0, 99, type));
    assert_false(drive_type("", 0, 1, type));
}

static void drives_of_the_network_are_known(void **state)
{
    (void)state;
    static const char *const network[] = { "nfs",         "nfs4",
                                           "cifs",        "smb3",
                                           "9p",          "fuse.sshfs",
                                           "fuse.rclone", "fuse.s3fs" };
    for (size_t i = 0; i < sizeof network / sizeof *network; i++)
        assert_true(drive_is_network(network[i]));
}

static void drives_of_this_machine_are_written_to(void **state)
{
    (void)state;
    static const char *const own[] = { "ext4",    "xfs",      "btrfs",
                                       "tmpfs",   "overlay",  "vfat",
                                       "fuseblk", "virtiofs", "fuse.ntfs-3g",
                                       "",        "nfsd" };
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        assert_false(drive_is_network(own[i]));
}

static void a_file_here_may_be_written_when_its_drive_may(void **state)
{
    (void)state;
    struct err err = { .text = "" };
    const char *build = getenv("BUILD");
    char path[512];
    snprintf(path, sizeof path, "%s/none.gpkg", build ? build : "build");
    if (!drive_may_write(path, &err))
        assert_non_null(strstr(err.text, "--network"));
    drive_allow();
    assert_true(drive_may_write(path, &err));
    assert_true(drive_may_write(":memory:", &err));
    assert_true(drive_may_write("nowhere/at/all.gpkg", &err));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_type_is_that_of_the_mount),
        cmocka_unit_test(drives_of_the_network_are_known),
        cmocka_unit_test(drives_of_this_machine_are_written_to),
        cmocka_unit_test(a_file_here_may_be_written_when_its_drive_may),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
