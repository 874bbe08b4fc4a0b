/*
 * A disk that fails at will: preloaded into a program, this counts its calls of the system that touch files below one
 * folder, and lets the n-th of them fail, or kills the program there. What strace can inject, but counted over all
 * threads and only below the folder, so that every call can be met exactly, and without the price of a tracer.
 *
 *   DISK_FOLDER  absolute path, without a slash at its end
 *   DISK_READS   counts calls that read instead of those that change something
 *   DISK_AT      which call, from 1; none where absent
 *   DISK_ONWARD  lets every later call fail too
 *   DISK_ERROR   number of the error; SIGKILL where absent
 *   DISK_LOG     file to which each counted call is written, one a line; `!` stands before those that failed
 *
 * A program may steer its own disk: `rmdir("/failing-disk/AT/ERROR/ONWARD/READS")`, all numbers, begins to count anew.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static const char *folder;
static size_t folder_length;
static int reads, onward, error_number, log_file = -1;
static long at;
static atomic_long counted;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define raw REAL(syscall)

static const char *setting(const char *name) {
  const char *value = getenv(name);
  return value && *value ? value : NULL;
}

__attribute__((constructor)) static void begin(void) {
  const char *given = setting("DISK_FOLDER");
  if (!given) return;
  folder = strdup(given);
  folder_length = strlen(folder);
  reads = setting("DISK_READS") != NULL;
  onward = setting("DISK_ONWARD") != NULL;
  if (setting("DISK_AT")) at = atol(setting("DISK_AT"));
  if (setting("DISK_ERROR")) error_number = atoi(setting("DISK_ERROR"));
  if (setting("DISK_LOG"))
    log_file = raw(SYS_openat, AT_FDCWD, setting("DISK_LOG"), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
  /* Programs that this one starts have disks of their own. */
  unsetenv("LD_PRELOAD");
}

static int is_below(const char *path) {
  return folder && strncmp(path, folder, folder_length) == 0 && path[folder_length] == '/';
}

/* Counts a call; true where it is to fail, with errno set. */
static int fails(const char *call, const char *path) {
  long number = atomic_fetch_add(&counted, 1) + 1;
  int struck = at > 0 && (number == at || (onward && number > at));
  if (log_file >= 0) {
    char line[PATH_MAX + 64];
    int length = snprintf(line, sizeof line, "%s%s %s\n", struck ? "!" : "", call, path + folder_length);
    raw(SYS_write, log_file, line, (size_t)length);
  }
  if (!struck) return 0;
  if (error_number == 0) kill(getpid(), SIGKILL);
  errno = error_number;
  return 1;
}

static int path_fails(const char *call, const char *path) {
  return is_below(path) && fails(call, path);
}

static int file_fails(const char *call, int file) {
  char link[64], path[PATH_MAX];
  int saved = errno;
  if (!folder) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  errno = saved;
  if (length < 0) return 0;
  path[length] = 0;
  return path_fails(call, path);
}

static int steered(const char *path) {
  int error, more, reading;
  long number;
  if (sscanf(path, "/failing-disk/%ld/%d/%d/%d", &number, &error, &more, &reading) != 4) return 0;
  at = number;
  error_number = error;
  onward = more;
  reads = reading;
  atomic_store(&counted, 0);
  return 1;
}

/* A call that takes paths; the last of them says what it is about. */
#define OF_PATH(result, name, parameters, arguments, path) \
  result name parameters { \
    if (!reads && path_fails(#name, path)) return -1; \
    return REAL(name) arguments; \
  }
/* A call that takes an open file. */
#define OF_FILE(result, name, reading, parameters, arguments) \
  result name parameters { \
    if (reads == reading && file_fails(#name, file)) return -1; \
    return REAL(name) arguments; \
  }

#define OPEN(name) \
  int name(const char *path, int flags, ...) { \
    va_list rest; \
    va_start(rest, flags); \
    mode_t mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(rest, mode_t) : 0; \
    va_end(rest); \
    int reading = (flags & (O_WRONLY | O_RDWR | O_CREAT)) == 0; \
    if (reads == reading && path_fails("open", path)) return -1; \
    return REAL(name)(path, flags, mode); \
  }

OPEN(open)
OPEN(open64)
OF_PATH(int, mkdir, (const char *path, mode_t mode), (path, mode), path)
int rmdir(const char *path) {
  if (steered(path)) return 0;
  if (!reads && path_fails("rmdir", path)) return -1;
  return REAL(rmdir)(path);
}
OF_PATH(int, unlink, (const char *path), (path), path)
OF_PATH(int, chmod, (const char *path, mode_t mode), (path, mode), path)
OF_PATH(int, rename, (const char *from, const char *to), (from, to), to)
OF_PATH(int, link, (const char *from, const char *to), (from, to), to)
OF_PATH(int, symlink, (const char *target, const char *path), (target, path), path)
OF_FILE(ssize_t, write, 0, (int file, const void *bytes, size_t size), (file, bytes, size))
OF_FILE(ssize_t, pwrite, 0, (int file, const void *bytes, size_t size, off_t from), (file, bytes, size, from))
OF_FILE(ssize_t, pwrite64, 0, (int file, const void *bytes, size_t size, off64_t from), (file, bytes, size, from))
OF_FILE(ssize_t, writev, 0, (int file, const struct iovec *parts, int count), (file, parts, count))
OF_FILE(int, fsync, 0, (int file), (file))
OF_FILE(int, fdatasync, 0, (int file), (file))
OF_FILE(int, fchmod, 0, (int file, mode_t mode), (file, mode))
OF_FILE(int, ftruncate, 0, (int file, off_t size), (file, size))
OF_FILE(int, ftruncate64, 0, (int file, off64_t size), (file, size))
OF_FILE(ssize_t, read, 1, (int file, void *bytes, size_t size), (file, bytes, size))
OF_FILE(ssize_t, pread, 1, (int file, void *bytes, size_t size, off_t from), (file, bytes, size, from))
OF_FILE(ssize_t, pread64, 1, (int file, void *bytes, size_t size, off64_t from), (file, bytes, size, from))

typedef int (*chosen)(const struct dirent *);
typedef int (*order)(const struct dirent **, const struct dirent **);

int scandir(const char *path, struct dirent ***found, chosen choose, order compare) {
  if (reads && path_fails("scandir", path)) return -1;
  return REAL(scandir)(path, found, choose, compare);
}
int scandir64(const char *path, struct dirent64 ***found, int (*choose)(const struct dirent64 *),
              int (*compare)(const struct dirent64 **, const struct dirent64 **)) {
  if (reads && path_fails("scandir", path)) return -1;
  return REAL(scandir64)(path, found, choose, compare);
}
DIR *opendir(const char *path) {
  if (reads && path_fails("opendir", path)) return NULL;
  return REAL(opendir)(path);
}

/* libuv asks about files by the bare call. */
long syscall(long number, ...) {
  long part[6];
  va_list rest;
  va_start(rest, number);
  for (int i = 0; i < 6; i++) part[i] = va_arg(rest, long);
  va_end(rest);
  const char *path = (const char *)part[1];
  if (number == SYS_statx && reads && path && path[0] == '/' && path_fails("statx", path)) return -1;
  return REAL(syscall)(number, part[0], part[1], part[2], part[3], part[4], part[5]);
}
