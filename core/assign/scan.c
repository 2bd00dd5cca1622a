#include "core/assign/scan.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/mem.h"
#include "core/base/say.h"

/* A number is shorter than the reserve, so one that begins in a piece also
 * ends in it. */
enum { PIECE = 1 << 20, RESERVE = 64 };

/* Behind the piece stands a zero byte. */
static void piece_next(struct scan *scan)
{
    size_t rest = scan->end - scan->at;
    memmove(scan->text, scan->text + scan->at, rest);
    scan->consumed += scan->at;
    scan->at = 0;
    scan->end = rest;
    while (!scan->last && scan->end < PIECE) {
        ssize_t got =
            read(scan->file, scan->text + scan->end, PIECE - scan->end);
        if (got < 0 && errno == EINTR)
            continue;
        scan->last = got <= 0;
        scan->end += got > 0 ? (size_t)got : 0;
    }
    scan->text[scan->end] = '\0';
}

/* The standard input has no size: it is kept in a file that goes at once. */
static int spool(void)
{
    char piece[4096];
    FILE *kept = tmpfile();
    if (!kept)
        return -1;
    size_t got = fread(piece, 1, sizeof piece, stdin);
    while (got > 0 && fwrite(piece, 1, got, kept) == got)
        got = fread(piece, 1, sizeof piece, stdin);
    int file = got == 0 && fflush(kept) == 0 ? dup(fileno(kept)) : -1;
    fclose(kept);
    if (file >= 0)
        lseek(file, 0, SEEK_SET);
    return file;
}

bool scan_open(struct scan *scan, const char *path, struct err *err)
{
    bool standard = strcmp(path, "-") == 0;
    *scan = (struct scan){ .path = standard ? "stdin" : path, .line = 1 };
    scan->file = standard ? spool() : open(path, O_RDONLY | O_CLOEXEC);
    struct stat about;
    if (scan->file < 0 || fstat(scan->file, &about) != 0)
        return err_set(err, ERR_FILE, "%s: %s", scan->path, err_system(errno));
    if (!S_ISREG(about.st_mode)) {
        close(scan->file);
        return err_set(err, ERR_FILE, "%s: not a file", scan->path);
    }
    scan->size = (uint64_t)about.st_size;
    scan->text = mem_raw(PIECE + 1, 1);
    piece_next(scan);
    return true;
}

void scan_close(struct scan *scan)
{
    close(scan->file);
    free(scan->text);
}

bool scan_fail(const struct scan *scan, struct err *err)
{
    return err_in(err, "%s:%ld", scan->path, scan->line);
}

static void skip_space(struct scan *scan)
{
    for (;;) {
        while (scan->at < scan->end &&
               isspace((unsigned char)scan->text[scan->at])) {
            scan->line += scan->text[scan->at] == '\n';
            scan->at++;
        }
        if (scan->at + RESERVE <= scan->end || scan->last)
            return;
        piece_next(scan);
    }
}

bool scan_word(struct scan *scan, const char *word)
{
    skip_space(scan);
    size_t size = strlen(word);
    if (scan->end - scan->at < size ||
        memcmp(scan->text + scan->at, word, size) != 0)
        return false;
    scan->at += size;
    return true;
}

static bool refuse(const struct scan *scan, const char *what, size_t size,
                   struct err *err)
{
    if (size == 0)
        err_set(err, ERR_FORMAT, "the file ends before %s", say(what));
    else
        err_set(err, ERR_FORMAT, "%s: '%.*s' is no number", say(what),
                (int)(size < 40 ? size : 40), scan->text + scan->at);
    return scan_fail(scan, err);
}

static bool within(const struct scan *scan, const char *what, double least,
                   double most, double number, struct err *err)
{
    if (number >= least && number <= most)
        return true;
    err_set(err, ERR_RANGE, "%s: %.15g is not between %.15g and %.15g",
            say(what), number, least, most);
    return scan_fail(scan, err);
}

/* The usual number: a few digits and nothing else. */
static bool digits(struct scan *scan, double *number)
{
    const char *text = scan->text + scan->at;
    int64_t whole = 0;
    size_t n = 0;
    while (n < 15 && text[n] >= '0' && text[n] <= '9')
        whole = whole * 10 + (text[n++] - '0');
    if (n == 0 || (text[n] != '\0' && !isspace((unsigned char)text[n])))
        return false;
    scan->at += n;
    *number = (double)whole;
    return true;
}

bool scan_number(struct scan *scan, const char *what, double least, double most,
                 double *number, struct err *err)
{
    skip_space(scan);
    if (!digits(scan, number)) {
        const char *text = scan->text + scan->at;
        size_t size = 0;
        while (size < scan->end - scan->at &&
               !isspace((unsigned char)text[size]) && size < RESERVE)
            size++;
        char *end = NULL;
        if (size > 0 && size < RESERVE &&
            strspn(text, "+-.0123456789eE") >= size)
            *number = strtod(text, &end);
        if (!end || end != text + size)
            return refuse(scan, what, size, err);
        scan->at += size;
    }
    return within(scan, what, least, most, *number, err);
}

bool scan_whole(struct scan *scan, const char *what, double least, double most,
                double *number, struct err *err)
{
    *number = 0;
    if (!scan_number(scan, what, least, most, number, err))
        return false;
    if (*number == floor(*number))
        return true;
    err_set(err, ERR_RANGE, "%s: %.15g is not a whole number", say(what),
            *number);
    return scan_fail(scan, err);
}

bool scan_count(struct scan *scan, const char *what, int least, int most,
                int *count, struct err *err)
{
    double number;
    if (!scan_whole(scan, what, least, most, &number, err))
        return false;
    *count = (int)number;
    return true;
}

bool scan_has(const struct scan *scan, uint64_t numbers, struct err *err)
{
    uint64_t left = scan->size - scan->consumed - scan->at;
    if (numbers <= left / 2 + 1)
        return true;
    err_set(err, ERR_FORMAT,
            "the sizes ask for %llu more numbers, the file has %llu more bytes",
            (unsigned long long)numbers, (unsigned long long)left);
    return scan_fail(scan, err);
}

bool scan_finish(struct scan *scan, struct err *err)
{
    skip_space(scan);
    if (scan->at == scan->end)
        return true;
    err_set(err, ERR_FORMAT, "more follows where the file should end");
    return scan_fail(scan, err);
}
