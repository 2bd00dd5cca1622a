#include "bindings/host/pipe.h"

#include <errno.h>
#include <pthread.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static bool send_all(int fd, const char *bytes, size_t size)
{
    while (size > 0) {
        ssize_t sent = send(fd, bytes, size, MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent <= 0)
            return false;
        bytes += sent;
        size -= (size_t)sent;
    }
    return true;
}

static bool receive_all(int fd, char *bytes, size_t size)
{
    while (size > 0) {
        ssize_t got = recv(fd, bytes, size, 0);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        bytes += got;
        size -= (size_t)got;
    }
    return true;
}

static void put_size(char *to, size_t size)
{
    for (int i = 0; i < 4; i++)
        to[i] = (char)(size >> (8 * i));
}

static size_t get_size(const char *from)
{
    size_t size = 0;
    for (int i = 0; i < 4; i++)
        size |= (size_t)(unsigned char)from[i] << (8 * i);
    return size;
}

bool pipe_send(int fd, enum message type, const void *bytes, size_t size)
{
    static pthread_mutex_t whole = PTHREAD_MUTEX_INITIALIZER;
    char head[5] = { (char)type };
    if (size > MESSAGE_MOST)
        return false;
    put_size(head + 1, size);
    pthread_mutex_lock(&whole);
    bool sent = send_all(fd, head, sizeof head) && send_all(fd, bytes, size);
    pthread_mutex_unlock(&whole);
    return sent;
}

int pipe_receive(int fd, struct text *bytes)
{
    enum { PIECE = 1 << 16 };
    char head[5], piece[PIECE];
    text_clear(bytes);
    if (!receive_all(fd, head, sizeof head))
        return 0;
    size_t size = get_size(head + 1);
    if (size > MESSAGE_MOST)
        return -1;
    while (size > 0) {
        size_t part = size < PIECE ? size : PIECE;
        if (!receive_all(fd, piece, part))
            return -1;
        text_put(bytes, piece, part);
        size -= part;
    }
    return head[0];
}

void pipe_put(struct text *out, const char *bytes, size_t size)
{
    char head[4];
    put_size(head, size);
    text_put(out, head, sizeof head);
    text_put(out, bytes, size);
}

void pipe_put_text(struct text *out, const char *text)
{
    pipe_put(out, text ? text : "", text ? strlen(text) : 0);
}

const char *pipe_take(const char **at, const char *end, size_t *size)
{
    if (end - *at < 4)
        return NULL;
    *size = get_size(*at);
    const char *bytes = *at + 4;
    if (*size > (size_t)(end - bytes))
        return NULL;
    *at = bytes + *size;
    return bytes;
}
