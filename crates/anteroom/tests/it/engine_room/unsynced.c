/* What a power cut would leave of an SQLite database, for a process that runs with this library loaded before all others.
 *
 * Beside each file of the database, the folder UNSYNCED_COPIES holds a copy. A write reaches the file at once, as always,
 * but the copy only when the file is next synced. Whatever kills the process, the copies are then what a disk would hold
 * that kept nothing it was not told to keep. While UNSYNCED_COPIES/lie exists, syncs do nothing and say they did. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#define FILES 2
#define DESCRIPTORS 65536

/* A write that was not synced yet; without bytes, a truncation to the offset. */
struct change {
    struct change *next;
    off_t offset;
    size_t length;
    char bytes[];
};

struct file {
    const char *name;
    struct change *first, **last;
};

static struct file files[FILES] = {
    {"anteroom.db", NULL, &files[0].first},
    {"anteroom.db-wal", NULL, &files[1].first},
};
static struct file *opened[DESCRIPTORS];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void fail(const char *what) {
    dprintf(2, "unsynced: %s: %s\n", what, strerror(errno));
    abort();
}

static void *real(const char *name) {
    void *symbol = dlsym(RTLD_NEXT, name);
    if (!symbol) fail(name);
    return symbol;
}

static void copy_path(char *path, size_t size, const char *name) {
    const char *folder = getenv("UNSYNCED_COPIES");
    if (!folder || snprintf(path, size, "%s/%s", folder, name) >= (int)size) fail("UNSYNCED_COPIES");
}

static void note_open(int descriptor, const char *path) {
    if (descriptor < 0 || descriptor >= DESCRIPTORS) return;
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    pthread_mutex_lock(&lock);
    opened[descriptor] = NULL;
    for (int i = 0; i < FILES; i++)
        if (strcmp(name, files[i].name) == 0) opened[descriptor] = &files[i];
    pthread_mutex_unlock(&lock);
}

static struct file *file_of(int descriptor) {
    return descriptor >= 0 && descriptor < DESCRIPTORS ? opened[descriptor] : NULL;
}

static void note_change(struct file *file, const void *bytes, size_t length, off_t offset) {
    struct change *change = malloc(sizeof *change + length);
    if (!change) fail("malloc");
    change->next = NULL;
    change->offset = offset;
    change->length = length;
    if (length) memcpy(change->bytes, bytes, length);
    pthread_mutex_lock(&lock);
    *file->last = change;
    file->last = &change->next;
    pthread_mutex_unlock(&lock);
}

static void sync_copy(struct file *file) {
    int (*real_open)(const char *, int, ...) = real("open");
    ssize_t (*real_pwrite)(int, const void *, size_t, off_t) = real("pwrite");
    int (*real_ftruncate)(int, off_t) = real("ftruncate");
    int (*real_close)(int) = real("close");
    char path[4096];
    copy_path(path, sizeof path, "lie");
    if (access(path, F_OK) == 0) return;
    copy_path(path, sizeof path, file->name);
    pthread_mutex_lock(&lock);
    int copy = real_open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    if (copy < 0) fail(path);
    for (struct change *change = file->first, *next; change; change = next) {
        next = change->next;
        if (!change->length) {
            if (real_ftruncate(copy, change->offset)) fail("ftruncate");
        } else if (real_pwrite(copy, change->bytes, change->length, change->offset) != (ssize_t)change->length) {
            fail("pwrite");
        }
        free(change);
    }
    file->first = NULL;
    file->last = &file->first;
    real_close(copy);
    pthread_mutex_unlock(&lock);
}

#define OPEN(name)                                                                  \
    int name(const char *path, int flags, ...) {                                    \
        mode_t mode = 0;                                                            \
        if (flags & (O_CREAT | __O_TMPFILE)) {                                      \
            va_list rest;                                                           \
            va_start(rest, flags);                                                  \
            mode = va_arg(rest, mode_t);                                            \
            va_end(rest);                                                           \
        }                                                                           \
        int (*real_open)(const char *, int, ...) = real(#name);                     \
        int descriptor = real_open(path, flags, mode);                              \
        note_open(descriptor, path);                                                \
        return descriptor;                                                          \
    }
OPEN(open)
OPEN(open64)

int close(int descriptor) {
    int (*real_close)(int) = real("close");
    if (descriptor >= 0 && descriptor < DESCRIPTORS) opened[descriptor] = NULL;
    return real_close(descriptor);
}

ssize_t write(int descriptor, const void *bytes, size_t length) {
    ssize_t (*real_write)(int, const void *, size_t) = real("write");
    struct file *file = file_of(descriptor);
    off_t offset = file ? lseek(descriptor, 0, SEEK_CUR) : 0;
    ssize_t written = real_write(descriptor, bytes, length);
    if (file && written > 0) note_change(file, bytes, (size_t)written, offset);
    return written;
}

#define PWRITE(name, type)                                                          \
    ssize_t name(int descriptor, const void *bytes, size_t length, type offset) {   \
        ssize_t (*real_pwrite)(int, const void *, size_t, type) = real(#name);      \
        ssize_t written = real_pwrite(descriptor, bytes, length, offset);           \
        struct file *file = file_of(descriptor);                                    \
        if (file && written > 0) note_change(file, bytes, (size_t)written, offset); \
        return written;                                                             \
    }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

#define FTRUNCATE(name, type)                                                       \
    int name(int descriptor, type length) {                                         \
        int (*real_ftruncate)(int, type) = real(#name);                             \
        int result = real_ftruncate(descriptor, length);                            \
        struct file *file = file_of(descriptor);                                    \
        if (file && result == 0) note_change(file, NULL, 0, length);                \
        return result;                                                              \
    }
FTRUNCATE(ftruncate, off_t)
FTRUNCATE(ftruncate64, off64_t)

#define SYNC(name)                                                                  \
    int name(int descriptor) {                                                      \
        int (*real_sync)(int) = real(#name);                                        \
        int result = real_sync(descriptor);                                         \
        struct file *file = file_of(descriptor);                                    \
        if (file && result == 0) sync_copy(file);                                   \
        return result;                                                              \
    }
SYNC(fsync)
SYNC(fdatasync)
